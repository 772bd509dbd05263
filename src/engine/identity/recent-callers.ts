import type { Caller } from './caller.ts';
import type { Closure } from './closure.ts';

export interface RecentCallersOptions {
  /** Milliseconds for which an answer is believed; also how long another server may miss a revocation. */
  readonly lifetime?: number;
  readonly capacity?: number;
  readonly now?: () => number;
}

/** Describes callers to forget; every property given must match. */
export type CallerDescription = Partial<Pick<Caller, 'identityId' | 'workspace' | 'userId' | 'apiKeyId'>>;

interface Remembered {
  readonly caller: Caller | undefined;
  /** Why somebody who is known is not let in. */
  readonly closure: Closure | undefined;
  readonly until: number;
}

/**
 * Answers to "whose credential is this", for a few seconds each.
 * The oldest answer makes room for a new one: all live equally long, so the oldest is the next to go anyway.
 */
export class RecentCallers {
  readonly #lifetime: number;
  readonly #capacity: number;
  readonly #now: () => number;
  readonly #answers = new Map<string, Remembered>();
  /** Counts forgettings: an answer looked up before one must not be kept after it. */
  generation = 0;

  constructor({ lifetime = 5_000, capacity = 10_000, now = Date.now }: RecentCallersOptions = {}) {
    this.#lifetime = lifetime;
    this.#capacity = capacity;
    this.#now = now;
  }

  recall(key: string): Remembered | undefined {
    const answer = this.#answers.get(key);
    if (answer === undefined || answer.until > this.#now()) return answer;
    this.#answers.delete(key);
    return undefined;
  }

  /** Remembers an answer, but never beyond the end of the credential itself. */
  remember(
    key: string,
    caller: Caller | undefined,
    expiresAt = Number.POSITIVE_INFINITY,
    closure?: Closure,
  ): void {
    this.#answers.delete(key);
    this.#answers.set(key, { caller, closure, until: Math.min(this.#now() + this.#lifetime, expiresAt) });
    if (this.#answers.size <= this.#capacity) return;
    for (const oldest of this.#answers.keys()) {
      this.#answers.delete(oldest);
      return;
    }
  }

  forget(description: CallerDescription): void {
    this.generation += 1;
    const wanted = Object.entries(description) as [keyof CallerDescription, string][];
    for (const [key, { caller }] of this.#answers) {
      if (wanted.every(([name, value]) => caller?.[name] === value)) this.#answers.delete(key);
    }
  }

  clear(): void {
    this.#answers.clear();
  }

  get size(): number {
    return this.#answers.size;
  }
}
