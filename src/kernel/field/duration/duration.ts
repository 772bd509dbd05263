import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { wholeNumber } from '../integer/integer.ts';
import type { FieldType } from '../type.ts';

/** A length of time in whole seconds. */
export function duration<const Required extends boolean = false>(
  options: FieldOptions<number> & { readonly required?: Required } = {},
): Field<number, Required> {
  return field('duration', options);
}

export const durationType: FieldType = {
  parse(input) {
    const [, hours, minutes, seconds] =
      (typeof input === 'string' && /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(input.trim())) || [];
    const value =
      hours === undefined
        ? wholeNumber(input)
        : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
    if (value < 0) throw new Unacceptable('negative');
    return value;
  },
  schema: () => ({ type: 'integer', minimum: 0, description: 'seconds', examples: [1800] }),
};
