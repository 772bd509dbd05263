/** Whether a record kept under these tokens is found by a query: what the index does, in memory. */
export function matches(tokens: readonly string[], query: readonly string[]): boolean {
  return query.length > 0 && query.every((word) => tokens.some((token) => token.startsWith(word)));
}
