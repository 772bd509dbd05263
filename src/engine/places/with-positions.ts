import type { Address } from '#kernel/field/address/address.ts';
import type { Location } from '#kernel/field/location/location.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { forEachObject } from '../records/for-each-object.ts';
import { nearestPlace, placeCode } from './place-code.ts';
import { placeOfAddress } from './place-of-address.ts';

type Values = Readonly<Record<string, unknown>>;

const positionsOf = forEachObject(({ fields }) => [...fields].filter(([, { type }]) => type === 'location'));

/**
 * The positions that a record has: one that somebody has given stays as it is, any other follows the address that tells
 * it. Each knows the region and the city that it lies in.
 */
export function withPositions(object: ObjectModel, before: Values | undefined, values: Values): Values {
  const positions = positionsOf(object);
  if (positions.length === 0) return values;
  const placed = positions.map(([name, { from }]) => {
    const [now, then] = [values[name], before?.[name]] as [Location | null | undefined, unknown];
    if (from === undefined) return [name, now === then ? now : given(now)] as const;
    const [told, toldThen] = [values[from], before?.[from]] as [Address | null | undefined, unknown];
    const untouched = before !== undefined && now === then && told === toldThen;
    return [name, untouched ? now : following(now, told)] as const;
  });
  return { ...values, ...Object.fromEntries(placed.filter(([, position]) => position !== undefined)) };
}

/** A position beside an address: the address tells it unless somebody gave another one. */
function following(now: Location | null | undefined, address: Address | null | undefined) {
  const told = address ? positionOf(address) : undefined;
  const byHand = now && now.exactness === undefined;
  const same = byHand && told?.latitude === now.latitude && told.longitude === now.longitude;
  return byHand && !same ? given(now) : (told ?? null);
}

function positionOf(address: Address): Location | undefined {
  const place = placeOfAddress(address);
  if (place === undefined) return undefined;
  const { latitude, longitude, level } = place;
  return { latitude, longitude, exactness: level, place: placeCode(place) };
}

/** A point that somebody has given, with where it is. */
function given(point: Location | null | undefined): Location | null | undefined {
  if (!point) return point;
  const { latitude, longitude } = point;
  const place = nearestPlace(point);
  return { latitude, longitude, ...(place && { place: placeCode(place) }) };
}
