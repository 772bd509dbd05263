import type { Location } from '../field/location/location.ts';
import { Unacceptable } from '../problem.ts';

/** West, south, east and north, in degrees. */
export type Window = readonly [west: number, south: number, east: number, north: number];

/** Reads a window of the map; where west is more than east it lies across the date line. */
export function windowOf(value: unknown): Window {
  const isDegrees = (each: unknown, place: number) =>
    typeof each === 'number' && Math.abs(each) <= (place % 2 === 0 ? 180 : 90);
  if (!Array.isArray(value) || value.length !== 4 || !value.every(isDegrees))
    throw new Unacceptable('notAWindow');
  const [west, south, east, north] = value as unknown as Window;
  if (south > north) throw new Unacceptable('notAWindow');
  return [west, south, east, north];
}

/** Reads codes of countries, regions and cities, such as `CN`, `CN-SH` and `CN-SH/1796236`; a position stands for the city that it lies in. */
export function placesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length > 1000) throw new Unacceptable('notAList');
  return value.map((each) => {
    const code = (each as Partial<Location> | null)?.place ?? each;
    if (typeof code !== 'string' || !/^[A-Z]{2}(-[A-Z]{2})?(\/\d+)?$/.test(code))
      throw new Unacceptable('notAPlace');
    return code;
  });
}

/** Whether a position lies within a window. */
export function isWithin(position: unknown, window: unknown): boolean {
  if (position === null) return false;
  const { latitude, longitude } = position as Location;
  const [west, south, east, north] = window as Window;
  const along =
    west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
  return along && latitude >= south && latitude <= north;
}

/** Whether a position lies in one of the countries, regions or cities. */
export function liesIn(position: unknown, codes: unknown): boolean {
  const { place } = (position ?? {}) as Partial<Location>;
  const listed = codes as readonly string[];
  if (place === undefined) return false;
  const [region = ''] = place.split('/');
  return [place, region, region.slice(0, 2)].some((each) => listed.includes(each));
}
