import { decimalInput } from '../decimal-input.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

export interface DecimalOptions<Required extends boolean> extends FieldOptions<string> {
  readonly required?: Required;
  /** Decimal places; 2 unless told. */
  readonly scale?: number;
}

/** An exact number with a fixed count of decimal places, as a string. */
export function decimal<const Required extends boolean = false>(
  options: DecimalOptions<Required> = {},
): Field<string, Required> {
  return field('decimal', { scale: 2, ...options });
}

export const decimalType: FieldType = {
  parse: (input, { scale = 2 }) => decimalInput(input, scale),
  schema: () => ({ type: 'string', pattern: '^-?\\d{1,18}(\\.\\d+)?$', examples: ['12.5'] }),
};
