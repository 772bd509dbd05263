/**
 * Folded text cut into what is indexed: runs of a script written without spaces (Han, kana), and words,
 * each given as its parts (`o'brien` → o, brien; `q-2026-00042` → q, 2026, 00042).
 */
export type Segment =
  | { readonly kind: 'run'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'word'; readonly parts: readonly string[]; readonly text: string };

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`;
const LETTERS = String.raw`[[\p{L}\p{N}\p{M}]--[${UNSPACED}]]+`;
const CONNECTOR = String.raw`['’‐–\-._@&+\/]`;
const SEGMENT = new RegExp(`([${UNSPACED}]+)|${LETTERS}(?:${CONNECTOR}${LETTERS})*`, 'gv');
const CONNECTORS = new RegExp(CONNECTOR, 'v');

export function* segments(folded: string): Generator<Segment> {
  for (const match of folded.matchAll(SEGMENT)) {
    const text = match[0];
    if (match[1] === undefined) yield { kind: 'word', text, parts: text.split(CONNECTORS) };
    else yield { kind: 'run', text, start: match.index, end: match.index + text.length };
  }
}
