/** Ids that the product gave out, by what they are of, so that requests can name what is there. */
export class KnownIds {
  readonly #ids = new Map<string, string[]>();

  learn(kind: string, id: unknown): void {
    if (typeof id !== 'string') return;
    const ids = this.#ids.get(kind) ?? [];
    if (!ids.includes(id)) ids.push(id);
    this.#ids.set(kind, ids);
  }

  /** Replaces every mark in a request by an id; a mark of nothing known becomes an id of nothing. */
  fill<Value>(value: Value): Value {
    const text = JSON.stringify(value);
    if (text === undefined) return value;
    return JSON.parse(
      text.replaceAll(/known:(\w[\w-]*):(\d+)/g, (_, kind, index) => this.#id(kind, Number(index))),
    );
  }

  #id(kind: string, index: number): string {
    const ids = kind === 'any' ? [...this.#ids.values()].flat() : (this.#ids.get(kind) ?? []);
    return ids[index % ids.length] ?? '01900000-0000-7000-8000-000000000000';
  }
}

/** Stands for one of the ids of a kind, so that a request with the same seed is the same in every database. */
export function knownId(kind: string, index: number): string {
  return `known:${kind}:${index}`;
}
