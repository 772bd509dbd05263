import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

/** An e-mail address, its domain in lower case; longest as RFC 5321 allows. */
export function email<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('email', { maxLength: 254, search: 'text', ...options });
}

const written = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\".]+(\.[^\s@<>()[\],;:\\".]+)+$/;

export const emailType: FieldType = {
  parse(input, { maxLength = 254 }) {
    const text = textInput(input, maxLength).replace(/^mailto:/i, '');
    if (!written.test(text)) throw new Unacceptable('notEmail');
    const at = text.lastIndexOf('@');
    return text.slice(0, at) + text.slice(at).toLowerCase();
  },
  schema: ({ maxLength }) => ({
    type: 'string',
    format: 'email',
    maxLength,
    examples: ['li.wei@hengyue.example'],
  }),
};
