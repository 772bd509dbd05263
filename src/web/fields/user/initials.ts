const COLORS = ['blue', 'teal', 'green', 'amber', 'orange', 'red', 'violet', 'grey'] as const;

/** What stands in a person's round picture: the last characters of a Chinese name, else the first letters. */
export function initials(name: string, length = 2): string {
  const plain = name.trim();
  const chinese = /[\u3400-\u9fff]+$/.exec(plain)?.[0];
  if (chinese) return chinese.slice(-length);
  const words = plain.split(/[\s._-]+/).filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (length > 1 ? first + last : first).toUpperCase();
}

/** A colour that stays with a person, whatever the page. */
export function personColor(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLORS[sum % COLORS.length] ?? 'grey';
}
