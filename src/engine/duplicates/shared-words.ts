import { jaroWinkler } from './jaro-winkler.ts';

/** Two words from here on are one word with a slip of the pen. */
const sameWord = 0.92;
/** A word so short is a word of its own: with one letter changed it is another one. */
const shortWord = 4;
/** Words that say nothing about what is named. */
const empty = new Set('the a an and of for with in on at to by or und'.split(' '));
/** One text that only leaves out words of the other is as alike as this. */
const contained = 0.8;

/** Whether a text is in Chinese characters: one of them is as much as a word, and another one makes another name. */
export function inCharacters(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** The words of a folded text that say something; Han characters one by one, since no space parts their words. */
export function tellingWords(text: string): readonly string[] {
  const words = text.replace(/['’]/g, '').match(/\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? [];
  const telling = words.filter((word) => !empty.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * How alike two texts are by the words that they share, from 0 to 1, whatever their order: twice the letters of the
 * shared words to all letters (Dice, L. R., Measures of the Amount of Ecologic Association Between Species, 1945).
 */
export function sharedWords(one: readonly string[], other: readonly string[]): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const left = [...many];
  let [shared, sharedOfFew] = [0, 0];
  for (const word of few) {
    const at = indexOfSame(left, word);
    if (at < 0) continue;
    shared += word.length + (left[at]?.length ?? 0);
    sharedOfFew += word.length;
    left.splice(at, 1);
  }
  const dice = shared / (lettersIn(one) + lettersIn(other));
  return Math.max(dice, sharedOfFew === lettersIn(few) ? contained : 0);
}

function indexOfSame(words: readonly string[], word: string): number {
  const same = words.indexOf(word);
  if (same >= 0 || word.length <= shortWord || /\d/.test(word)) return same;
  return words.findIndex((other) => other.length > shortWord && jaroWinkler(word, other) >= sameWord);
}

function lettersIn(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}
