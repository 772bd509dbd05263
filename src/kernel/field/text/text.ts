import { type Field, type FieldOptions, field, type NamesInside } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

export interface TextOptions<Required extends boolean> extends FieldOptions<string> {
  readonly required?: Required;
  /** Code points; 255 unless told. */
  readonly maxLength?: number;
  readonly names?: NamesInside;
}

/** One line of text. */
export function text<const Required extends boolean = false>(
  options: TextOptions<Required> = {},
): Field<string, Required> {
  return field('text', { maxLength: 255, ...options });
}

export const textType: FieldType = {
  parse: (input, { maxLength = 255 }) => textInput(input, maxLength).replace(/\s*[\r\n]+\s*/g, ' '),
  schema: ({ maxLength }) => ({ type: 'string', maxLength }),
};
