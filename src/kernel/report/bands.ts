import { addDays, type Days } from './buckets.ts';

/** Parts by which values are grouped into bands: dates by how long ago they are, percentages by how much they are. */
export const bandParts = ['age', 'share'] as const;
export type BandPart = (typeof bandParts)[number];

/** Where bands begin, the last without an end. An age is of whole days; what is still to come is in a band before. */
export const bandEdges: Readonly<Record<BandPart, readonly number[]>> = {
  age: [0, 30, 60, 90],
  share: [0, 25, 50, 75, 100],
};

/** The band of what is still to come. */
export const ahead = -1;

/** Where the band that begins there ends; undefined for the last. */
export function bandEnd(part: BandPart, from: number): number | undefined {
  return from === ahead ? 0 : bandEdges[part].find((edge) => edge > from);
}

/** The days of a band of ages, seen from a day; what has no beginning or no end is open there. */
export function daysOfAge(from: number, today: string): { readonly [operator in 'gte' | 'lt']?: Days[0] } {
  const end = bandEnd('age', from);
  const tomorrow = addDays(today, 1);
  if (from === ahead) return { gte: tomorrow };
  return {
    ...(end !== undefined && { gte: addDays(tomorrow, -end) }),
    lt: addDays(tomorrow, -from),
  };
}

/** The percentages of a band; whatever is less than nothing, or more than everything, is in the outermost. */
export function sharesOf(from: number): { readonly [operator in 'gte' | 'lt']?: string } {
  const end = bandEnd('share', from);
  return { ...(from > 0 && { gte: String(from) }), ...(end !== undefined && { lt: String(end) }) };
}
