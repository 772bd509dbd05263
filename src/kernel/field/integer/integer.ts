import { Unacceptable } from '../../problem.ts';
import { decimalInput } from '../decimal-input.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

/** A whole number between ±(2⁵³ − 1), so that every JSON reader holds it exactly. */
export function integer<const Required extends boolean = false>(
  options: FieldOptions<number> & { readonly required?: Required; readonly grouped?: boolean } = {},
): Field<number, Required> {
  return field('integer', options);
}

/** Reads a whole number; shared with duration. */
export function wholeNumber(input: unknown): number {
  const value = Number(decimalInput(input, 0));
  if (!Number.isSafeInteger(value)) throw new Unacceptable('tooLarge', { digits: 15 });
  return value === 0 ? 0 : value;
}

export const integerType: FieldType = {
  parse: wholeNumber,
  schema: () => ({ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
};
