import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';
import { readLocation } from './read-location.ts';

/** A place on Earth in degrees, WGS 84. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
  /** How near it is, where an address has told it; absent for a point that somebody has given. */
  readonly exactness?: Exactness;
  /** The region and the city that it lies in, as `CN-SH/1796236`; kept by the engine, where it knows them. */
  readonly place?: string;
}

export const exactnesses = ['district', 'city'] as const;
export type Exactness = (typeof exactnesses)[number];

/** `from` names a field of addresses, which tells the position for as long as nobody gives another one. */
export function location<const Required extends boolean = false>(
  options: FieldOptions<Location> & { readonly required?: Required; readonly from?: string } = {},
): Field<Location, Required> {
  return field('location', options);
}

export const locationType: FieldType = {
  parse(input): Location {
    const given = typeof input === 'string' ? readLocation(input) : input;
    const { latitude, longitude, exactness } = (given ?? {}) as Partial<Location>;
    if (!within(latitude, 90) || !within(longitude, 180)) throw new Unacceptable('notLocation');
    const told = exactnesses.find((each) => each === exactness);
    return { latitude, longitude, ...(told && { exactness: told }) };
  },
  schema: () => ({
    type: 'object',
    required: ['latitude', 'longitude'],
    properties: {
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
      exactness: { type: 'string', enum: exactnesses },
      place: { type: 'string' },
    },
    examples: [{ latitude: 31.2304, longitude: 121.4737 }],
  }),
};

function within(degrees: unknown, limit: number): degrees is number {
  return typeof degrees === 'number' && Math.abs(degrees) <= limit;
}
