/**
 * How alike two texts are, from 0 to 1, by common characters near the same place and a common beginning.
 * Winkler, W. E. (1990), "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
 * Linkage", with a prefix of at most four characters and a scaling of 0.1. Characters are code points.
 */
export function jaroWinkler(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matchedA: string[] = [];
  a.forEach((character, at) => {
    for (let place = Math.max(0, at - reach); place <= Math.min(b.length - 1, at + reach); place++) {
      if (taken.has(place) || b[place] !== character) continue;
      taken.add(place);
      matchedA.push(character);
      return;
    }
  });
  const matches = matchedA.length;
  if (matches === 0) return 0;
  const matchedB = b.filter((_, place) => taken.has(place));
  const transpositions = matchedA.filter((character, at) => character !== matchedB[at]).length / 2;
  return (matches / a.length + matches / b.length + (matches - transpositions) / matches) / 3;
}
