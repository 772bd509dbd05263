import { TOKEN_LENGTH } from './limits.ts';

/** Distinct tokens in order of arrival, each cut to the longest allowed, no more than `capacity` of them. */
export class TokenSet {
  readonly #tokens = new Set<string>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get full(): boolean {
    return this.#tokens.size >= this.#capacity;
  }

  add(token: string): void {
    if (token !== '' && !this.full) this.#tokens.add(cut(token));
  }

  addAll(tokens: readonly string[]): void {
    for (const token of tokens) this.add(token);
  }

  toArray(): string[] {
    return [...this.#tokens];
  }
}

/** The first code points of a token, as many as the index keeps. */
export function cut(token: string): string {
  if (token.length <= TOKEN_LENGTH) return token;
  return Array.from(token.slice(0, TOKEN_LENGTH * 2))
    .slice(0, TOKEN_LENGTH)
    .join('');
}
