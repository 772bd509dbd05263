import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

/** A place on Earth in degrees, WGS 84. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

export function location<const Required extends boolean = false>(
  options: FieldOptions<Location> & { readonly required?: Required } = {},
): Field<Location, Required> {
  return field('location', options);
}

export const locationType: FieldType = {
  parse(input): Location {
    const given = typeof input === 'string' ? pair(input) : input;
    const { latitude, longitude } = (given ?? {}) as Partial<Location>;
    if (!within(latitude, 90) || !within(longitude, 180)) throw new Unacceptable('notLocation');
    return { latitude, longitude };
  },
  schema: () => ({
    type: 'object',
    required: ['latitude', 'longitude'],
    properties: {
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
    },
    examples: [{ latitude: 31.2304, longitude: 121.4737 }],
  }),
};

function pair(text: string): Partial<Location> {
  const [latitude, longitude] = text
    .split(/[,，]/)
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return { latitude, longitude };
}

function within(degrees: unknown, limit: number): degrees is number {
  return typeof degrees === 'number' && Math.abs(degrees) <= limit;
}
