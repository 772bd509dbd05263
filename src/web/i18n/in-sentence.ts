/** A label in the middle of a sentence: in English small, unless it is an abbreviation. */
export function inSentence(label: string, locale: string): string {
  if (!locale.startsWith('en')) return label;
  return label.replace(/\p{L}+/gu, (word) =>
    word === word.toUpperCase() && word.length > 1 ? word : word.toLowerCase(),
  );
}
