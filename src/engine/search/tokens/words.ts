import { TOKEN_LENGTH } from './limits.ts';
import { nationalDigits } from './phone.ts';
import type { TokenSet } from './token-set.ts';

/**
 * The parts of a word joined from each of them on: `zhang.wei@example.com` gives zhangweiexamplecom,
 * weiexamplecom, examplecom, com. Whatever somebody types of it, with or without the punctuation, is the
 * beginning of one of these.
 */
export function addParts(tokens: TokenSet, parts: readonly string[]): void {
  for (let start = 0; start < parts.length && !tokens.full; start++) {
    let joined = parts[start] ?? '';
    for (let next = start + 1; next < parts.length && joined.length < TOKEN_LENGTH; next++)
      joined += parts[next];
    tokens.add(joined);
    if (/^\d+$/.test(joined)) tokens.add(nationalDigits(joined));
  }
}

/** A name's words in their order, their initials (`ibm`), and two words the other way round (`zhangwei`). */
export function addNameWords(tokens: TokenSet, words: readonly string[]): void {
  addParts(tokens, words);
  if (words.length < 2 || words.some((word) => /^\d/.test(word))) return;
  tokens.add(words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)).join(''));
  if (words.length === 2) tokens.add(words.toReversed().join(''));
}
