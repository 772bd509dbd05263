import { type Field, field } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

/**
 * A number that people quote, counted per workspace without gaps. In `format`, `{year}` is the year of creation and
 * a run of zeros in braces the count, as in `Q-{year}-{00000}`.
 */
export function autoNumber(format: string): Field<string, false> {
  return field('autoNumber', { format, readOnly: true, unique: true, search: 'text' });
}

export const autoNumberType: FieldType = {
  parse: (input) => textInput(input, 100),
  schema: () => ({ type: 'string', readOnly: true, examples: ['Q-2026-00042'] }),
};
