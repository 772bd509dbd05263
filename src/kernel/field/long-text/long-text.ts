import { type Field, type FieldOptions, field, type NamesInside } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

export interface LongTextOptions<Required extends boolean> extends FieldOptions<string> {
  readonly required?: Required;
  /** Code points; 100,000 unless told. */
  readonly maxLength?: number;
  /** Kinds of text file that a person may fill it from: `.vcf,text/vcard`. */
  readonly accept?: string;
  readonly names?: NamesInside;
}

/** Several lines of plain text. */
export function longText<const Required extends boolean = false>(
  options: LongTextOptions<Required> = {},
): Field<string, Required> {
  return field('longText', { maxLength: 100_000, ...options });
}

export const longTextType: FieldType = {
  parse: (input, { maxLength = 100_000 }) => textInput(input, maxLength).replace(/\r\n?/g, '\n'),
  schema: ({ maxLength }) => ({ type: 'string', maxLength }),
};
