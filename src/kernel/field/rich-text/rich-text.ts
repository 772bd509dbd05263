import { type Field, type FieldOptions, field } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

/** Formatted text as HTML; the engine keeps only harmless elements before it is stored. */
export function richText<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('richText', { maxLength: 200_000, ...options });
}

export const richTextType: FieldType = {
  parse: (input, { maxLength = 200_000 }) => textInput(input, maxLength),
  schema: ({ maxLength }) => ({
    type: 'string',
    maxLength,
    contentMediaType: 'text/html',
    examples: ['<p>周三之前回复报价。</p>'],
  }),
};
