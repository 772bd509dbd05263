import type { Window } from '#kernel/expression/position.ts';

/** Records near each other, or one. */
export interface MapGroup {
  readonly count: number;
  readonly latitude: number;
  readonly longitude: number;
  /** How near the one of them that is known least exactly is; absent for points that were given. */
  readonly exactness?: string;
  /** Of a single record. */
  readonly id?: string;
  /** The window that holds all of several. */
  readonly window?: Window;
}

export interface MapAnswer {
  readonly count: number | null;
  readonly inside: number;
  readonly unplaced: number;
  readonly groups: readonly MapGroup[];
}

/** The middle of what is shown and how near it is. */
export interface At {
  readonly latitude: number;
  readonly longitude: number;
  readonly zoom: number;
}

/** Reads `31.2,121.5,6`; undefined for anything else. */
export function readAt(text: string | undefined): At | undefined {
  const [latitude = Number.NaN, longitude = Number.NaN, zoom = Number.NaN] = (text ?? '')
    .split(',')
    .map(Number);
  const isThere = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && zoom >= 0 && zoom <= 22;
  return isThere ? { latitude, longitude, zoom } : undefined;
}

export function writeAt({ latitude, longitude, zoom }: At): string {
  return `${latitude.toFixed(3)},${longitude.toFixed(3)},${zoom}`;
}

/** A window as conditions know it: between -180 and 180 degrees, west more than east where it lies across the date line. */
export function wholeWindow([west, south, east, north]: Window): Window {
  const flat = (degrees: number) => Math.max(-90, Math.min(90, degrees));
  if (east - west >= 360) return [-180, flat(south), 180, flat(north)];
  const round = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  return [round(west), flat(south), round(east), flat(north)];
}

/** The window around most of what there is: the farthest fifth is left out, so that one record abroad does not make all others small. */
export function mostOf(groups: readonly MapGroup[]): Window | undefined {
  if (groups.length === 0) return undefined;
  const up = middleOf(groups, ({ latitude }) => latitude);
  const along = middleOf(groups, ({ longitude }) => longitude);
  const apart = ({ latitude, longitude }: MapGroup) => Math.hypot(latitude - up, longitude - along);
  const near = firstOf(
    groups.toSorted((one, other) => apart(one) - apart(other)),
    0.8,
  );
  const all = near.map(
    ({ window, latitude, longitude }) => window ?? [longitude, latitude, longitude, latitude],
  );
  return [
    Math.min(...all.map(([west]) => west)),
    Math.min(...all.map(([, south]) => south)),
    Math.max(...all.map(([, , east]) => east)),
    Math.max(...all.map(([, , , north]) => north)),
  ];
}

/** The value that half of the records do not exceed. */
function middleOf(groups: readonly MapGroup[], of: (group: MapGroup) => number): number {
  const half = firstOf(
    groups.toSorted((one, other) => of(one) - of(other)),
    0.5,
  );
  return of(half.at(-1) as MapGroup);
}

/** As many of the first groups as hold a share of all records. */
function firstOf(groups: readonly MapGroup[], share: number): readonly MapGroup[] {
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  let sum = 0;
  const enough = groups.findIndex(({ count }) => {
    sum += count;
    return sum >= all * share;
  });
  return groups.slice(0, enough + 1);
}
