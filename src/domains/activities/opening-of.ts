/** The first words of formatted text, by which it can be told from others in a list. */
export function openingOf(body: string): string | null {
  const plain = body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? null : [...plain].slice(0, 60).join('');
}
