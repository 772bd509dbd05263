/** Letters and digits that cannot be taken for each other when read aloud. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over: three groups of five, easy to type, about 74 bits. */
export function newPassword(): string {
  const letters: string[] = [];
  while (letters.length < 15) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes beyond the last whole multiple would make some signs likelier than others.
      if (byte < signs.length * 8 && letters.length < 15) letters.push(signs[byte % signs.length] ?? '');
    }
  }
  return [0, 5, 10].map((from) => letters.slice(from, from + 5).join('')).join('-');
}
