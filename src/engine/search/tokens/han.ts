import { HAN_LENGTH, TOKEN_LENGTH } from './limits.ts';
import { type Spellings, spellings } from './spellings.ts';
import type { TokenSet } from './token-set.ts';

const HAN = /^\p{Script=Han}+$/u;
/** Nobody looks for a company by the pinyin of "limited liability company". */
const LEGAL_FORM = /(?:股份)?有限(?:责任)?公司$/;
/** Running text gets pinyin only where it is as short as a title or a place. */
const READ_IN_TEXT = 12;

/** Every suffix of a run, so that any part of it is some token's beginning; then the same in pinyin and initials. */
export function addHanRun(tokens: TokenSet, run: string, name: boolean): void {
  const points = Array.from(run);
  for (let start = 0; start < points.length && !tokens.full; start++) {
    tokens.add(points.slice(start, start + HAN_LENGTH).join(''));
  }
  if (tokens.full || !HAN.test(run) || (!name && points.length > READ_IN_TEXT)) return;
  addPinyin(tokens, spellings(run, name), points.length - legalFormLength(run));
}

function legalFormLength(run: string): number {
  const length = LEGAL_FORM.exec(run)?.[0].length ?? 0;
  return length === run.length ? 0 : length;
}

/** Likeliest spelling from every start first; then, one character at a time, the other ways to spell it. */
function addPinyin(tokens: TokenSet, characters: readonly Spellings[], starts: number): void {
  const likeliest = characters.map((ways) => ways[0] ?? '');
  for (let start = 0; start < starts; start++) addFrom(tokens, likeliest, start);
  characters.forEach((ways, index) => {
    for (const other of ways.slice(1)) {
      const variant = likeliest.with(index, other);
      for (let start = Math.min(index, starts - 1); start >= 0; start--) {
        if (likeliest[start] === '') break;
        addFrom(tokens, variant, start);
      }
    }
  });
}

/** The pinyin and the initials of what begins at `start` and ends before a character without a reading. */
function addFrom(tokens: TokenSet, syllables: readonly string[], start: number): void {
  let full = '';
  let initials = '';
  for (let index = start; index < syllables.length && initials.length < TOKEN_LENGTH; index++) {
    const syllable = syllables[index] ?? '';
    if (syllable === '') break;
    if (full.length < TOKEN_LENGTH) full += syllable;
    initials += syllable.charAt(0);
  }
  tokens.add(full);
  // A single initial is the beginning of its syllable already.
  if (initials.length > 1) tokens.add(initials);
}
