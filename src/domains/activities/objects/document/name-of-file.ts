/** What a file is called where nobody has given it another name. */
export function nameOfFile(content: unknown): string | null {
  const [first] = Array.isArray(content) ? content : [];
  const { name } = Object(first) as { readonly name?: unknown };
  return typeof name === 'string' && name !== '' ? name : null;
}
