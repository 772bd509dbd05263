import { searchTokens } from '../../search/tokens.ts';
import { textLimits } from './limits.ts';

/** As much at once as has few enough words for the index of a record; what is cut stands in both pieces. */
const piece = { length: 100, overlap: 20 };

/** The words by which a long text is found, the same as those of a record's. */
export function wordsOfText(text: string): string[] {
  const words = new Set<string>();
  let bytes = 0;
  for (let start = 0; start < text.length; start += piece.length - piece.overlap)
    for (const word of searchTokens([{ kind: 'text', value: text.slice(start, start + piece.length) }])) {
      if (words.has(word)) continue;
      bytes += Buffer.byteLength(word) + 4;
      if (bytes > textLimits.words) return [...words];
      words.add(word);
    }
  return [...words];
}
