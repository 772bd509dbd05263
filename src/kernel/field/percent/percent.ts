import type { DecimalOptions } from '../decimal/decimal.ts';
import { decimalInput } from '../decimal-input.ts';
import { type Field, field } from '../field.ts';
import type { FieldType } from '../type.ts';

/** A share in hundredths: "12.5" is 12.5 %. */
export function percent<const Required extends boolean = false>(
  options: DecimalOptions<Required> = {},
): Field<string, Required> {
  return field('percent', { scale: 2, ...options });
}

export const percentType: FieldType = {
  parse: (input, { scale = 2 }) =>
    decimalInput(typeof input === 'string' ? input.normalize('NFKC').replace(/\s*%\s*$/, '') : input, scale),
  schema: () => ({ type: 'string', pattern: '^-?\\d{1,18}(\\.\\d+)?$', examples: ['35'] }),
};
