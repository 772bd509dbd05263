import { pinyin } from 'pinyin-pro';

/** One run's readings in its context: a syllable per code point, '' where a character has none. */
export type Readings = readonly string[];

/** Readings kept: company names, cities and titles repeat, and the dictionary costs more than all the rest. */
const KEPT = 20_000;
let kept = new Map<string, Readings>();
const characters = new Map<string, { readonly reading: string; readonly ambiguous: boolean }>();

/** Reads a run of Han characters; `ü` is written `v`, as it is typed. */
export function readings(run: string): Readings {
  const points = Array.from(run);
  if (points.length === 1 || !points.some((point) => character(point).ambiguous)) {
    return points.map((point) => character(point).reading);
  }
  let found = kept.get(run);
  if (found === undefined) {
    found = read(run, points);
    if (kept.size >= KEPT) kept = new Map();
    kept.set(run, found);
  }
  return found;
}

function read(run: string, points: readonly string[]): Readings {
  const syllables = pinyin(run, { type: 'array', toneType: 'none', v: true });
  if (syllables.length !== points.length) return points.map((point) => character(point).reading);
  return syllables.map((syllable, index) => (syllable === points[index] ? '' : syllable));
}

function character(point: string): { readonly reading: string; readonly ambiguous: boolean } {
  let known = characters.get(point);
  if (known === undefined) {
    const syllables = pinyin(point, { type: 'array', toneType: 'none', v: true, multiple: true });
    const [first = point] = syllables;
    known = { reading: first === point ? '' : first, ambiguous: new Set(syllables).size > 1 };
    characters.set(point, known);
  }
  return known;
}
