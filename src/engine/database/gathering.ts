/**
 * How much goes together at the most, how often a kind of work is under way at a time, and after how many milliseconds
 * work no longer keeps others waiting.
 */
const limits = { together: 64, underWay: 1, patience: 100 };

interface Waiting<Item, Answer> {
  readonly item: Item;
  answered(answer: Answer): void;
  failed(error: unknown): void;
}

/**
 * Work of one kind that may come faster than it is done. What finds nothing under way begins with whatever else came in
 * the same turn of the server; what comes meanwhile gathers and goes together. When work is refused that went together, each piece is tried alone, so that
 * everybody has the answer that he would have had alone.
 */
export class Gathering<Item, Answer> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Answer[]>;
  readonly #keyOf: (item: Item) => unknown;
  #waiting: Waiting<Item, Answer>[] = [];
  #underWay = 0;

  /** Items of one key never go together. */
  constructor(
    work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    keyOf: (item: Item) => unknown = (item) => item,
  ) {
    this.#work = work;
    this.#keyOf = keyOf;
  }

  do(item: Item): Promise<Answer> {
    return new Promise((answered, failed) => {
      this.#waiting.push({ item, answered, failed });
      if (this.#waiting.length === 1) setImmediate(() => this.#begin());
    });
  }

  #begin(): void {
    if (this.#underWay === limits.underWay || this.#waiting.length === 0) return;
    this.#underWay += 1;
    let counts = true;
    const leave = () => {
      if (!counts) return;
      counts = false;
      this.#underWay -= 1;
      this.#begin();
    };
    const patience = setTimeout(leave, limits.patience);
    void this.#together(this.#next()).finally(() => {
      clearTimeout(patience);
      leave();
    });
  }

  #next(): readonly Waiting<Item, Answer>[] {
    const batch = new Map<unknown, Waiting<Item, Answer>>();
    for (const waiting of this.#waiting) {
      if (batch.size === limits.together) break;
      const key = this.#keyOf(waiting.item);
      if (!batch.has(key)) batch.set(key, waiting);
    }
    const taken = new Set(batch.values());
    this.#waiting = this.#waiting.filter((waiting) => !taken.has(waiting));
    return [...taken];
  }

  async #together(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#work(batch.map(({ item }) => item));
      for (const [index, { answered }] of batch.entries()) answered(answers[index] as Answer);
    } catch (error) {
      if (batch.length > 1 && wasRefused(error))
        await Promise.all(batch.map((waiting) => this.#together([waiting])));
      else for (const { failed } of batch) failed(error);
    }
  }
}

/**
 * Whether PostgreSQL refused a statement, so that certainly nothing was done. When the connection was lost nobody
 * knows, and doing it again might do it twice.
 */
function wasRefused(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(?!08|57P)(\d\w|P0)\w{3}$/.test(code);
}
