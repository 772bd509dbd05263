/** Marks that sit on Latin, Greek and Cyrillic letters; vowel signs of other scripts are letters' substance and stay. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Letters that Unicode does not decompose although people type them without the stroke. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Printable ASCII and the everyday Han characters need no Unicode tables. */
const SIMPLE = /^[\u0020-\u007e\u4e00-\u9fff]*$/;

/**
 * The form in which two spellings of the same word are equal: compatibility forms unified (full-width
 * to half-width), lower case, accents gone. Never throws; a lone surrogate becomes U+FFFD.
 */
export function fold(text: string): string {
  if (SIMPLE.test(text)) return text.toLowerCase();
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKC');
}
