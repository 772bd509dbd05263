import type { Location } from '#kernel/field/location/location.ts';
import { gazetteer, type Place } from './gazetteer.ts';

/** The region and city of a place, by which positions are grouped: `CN-SH/1796236`. */
export function placeCode({ region, city }: Place): string {
  return `${region}/${city}`;
}

/** How far off, in degrees, a place may be to tell where a point is. */
const farthest = 1;

/** The city whose centre, or that of one of its districts, is nearest to a point. */
export function nearestPlace({ latitude, longitude }: Location): Place | undefined {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let nearest: Place | undefined;
  let least = farthest * farthest;
  for (const place of gazetteer().places) {
    const along = (place.longitude - longitude) * shrink;
    const up = place.latitude - latitude;
    const apart = along * along + up * up;
    if (apart < least) [nearest, least] = [place, apart];
  }
  return nearest;
}
