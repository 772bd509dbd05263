import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

export function boolean<const Required extends boolean = false>(
  options: FieldOptions<boolean> & { readonly required?: Required } = {},
): Field<boolean, Required> {
  return field('boolean', options);
}

const words = new Map<unknown, boolean>([
  ...['true', 'yes', 'y', '1', '是', '真', '√'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', '否', '假', '×'].map((word) => [word, false] as const),
]);

export const booleanType: FieldType = {
  parse(input) {
    if (typeof input === 'boolean') return input;
    const value = words.get(
      typeof input === 'string' ? input.trim().toLowerCase() : typeof input === 'number' ? String(input) : '',
    );
    if (value === undefined) throw new Unacceptable('notBoolean');
    return value;
  },
  schema: () => ({ type: 'boolean' }),
};
