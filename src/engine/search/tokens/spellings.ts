import { GIVEN_NAME_SPELLINGS } from './given-names.ts';
import { readings } from './readings.ts';
import { surnameSpellings } from './surnames.ts';

/** The ways one character may be typed, likeliest first; none for a character without a known reading. */
export type Spellings = readonly string[];

/** A Chinese person's name has at most this many characters; what is longer is read as ordinary words first. */
const PERSON_LENGTH = 4;

/** How each character of a run may be typed in Latin letters. */
export function spellings(run: string, name: boolean): Spellings[] {
  const points = Array.from(run);
  const inContext = readings(run).map((reading) => (reading === '' ? [] : typed(reading)));
  if (!name) return inContext;
  const person = points.length <= PERSON_LENGTH;
  const surname = surnameSpellings(points);
  return inContext.map((ordinary, index) => {
    const special = surname[index];
    if (special !== undefined) return person ? distinct(special, ordinary) : distinct(ordinary, special);
    return person ? distinct(ordinary, GIVEN_NAME_SPELLINGS[points[index] ?? ''] ?? []) : ordinary;
  });
}

/** `lv` is what is typed for 吕 on a Chinese keyboard, `lu` what is left of `lü` without its dots. */
function typed(reading: string): Spellings {
  return reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading];
}

function distinct(first: Spellings, second: Spellings): Spellings {
  return second.every((spelling) => first.includes(spelling)) ? first : [...new Set([...first, ...second])];
}
