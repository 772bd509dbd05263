import { inCharacters, sharedWords } from './shared-words.ts';

/** What is written in full here and short there; both become the short form. */
const short: Readonly<Record<string, string>> = {
  ...{
    street: 'st',
    str: 'st',
    strasse: 'st',
    avenue: 'ave',
    av: 'ave',
    road: 'rd',
    drive: 'dr',
    lane: 'ln',
    la: 'ln',
  },
  ...{
    boulevard: 'blvd',
    blv: 'blvd',
    highway: 'hwy',
    parkway: 'pkwy',
    place: 'pl',
    square: 'sq',
    court: 'ct',
  },
  ...{ north: 'n', south: 's', east: 'e', west: 'w', sts: 'st', aves: 'ave', suite: 'ste', building: 'bldg' },
  ...{ first: '1st', second: '2nd', third: '3rd', fourth: '4th', fifth: '5th', sixth: '6th', seventh: '7th' },
  ...{ eighth: '8th', ninth: '9th', tenth: '10th', eleventh: '11th', twelfth: '12th' },
};
/** From here on an address tells what is near: the way there, not the place. */
const nearby = new Set(['between', 'near', 'off', 'opposite', 'behind', 'at', 'corner']);
/** Words that so many addresses have in common that they tell no two apart. */
const common = new Set([...Object.values(short).filter((word) => !/\d/.test(word)), 'ne', 'nw', 'se', 'sw']);

/** An address as it is compared: abbreviated alike, without the way there and without punctuation. */
export function streetOf(folded: string): string {
  if (inCharacters(folded)) return folded.replace(/[\s\p{P}]/gu, '');
  const words = (folded.replace(/[.'’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []).map(
    (word) => short[word] ?? word,
  );
  const end = words.findIndex((word, at) => at > 0 && nearby.has(word));
  return (end < 0 ? words : words.slice(0, end)).join(' ');
}

/** How alike two addresses are: the same house in a street spelt alike, or the same street where one has no house. */
export function sameStreet(one: string, other: string): number {
  if (one.endsWith(other) || other.endsWith(one)) return Math.min(one.length, other.length) < 6 ? 0 : 0.9;
  if (inCharacters(one) || inCharacters(other)) return 0;
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.house !== '' && b.house !== '' && a.house !== b.house) return 0;
  const likeness = sharedWords(a.street, b.street);
  return a.house === b.house && a.house !== '' ? Math.min(0.95, likeness) : likeness * 0.5;
}

function partsOf(address: string) {
  const words = address.split(' ');
  const at = words.findIndex((word) => /^\d+[a-z]?$/.test(word));
  return {
    house: words[at] ?? '',
    street: words.filter((word, place) => place !== at && !common.has(word)),
  };
}
