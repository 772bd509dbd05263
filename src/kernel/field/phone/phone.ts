import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

/** A telephone number as people write it; search finds it by any run of its digits. */
export function phone<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('phone', { maxLength: 40, search: 'digits', ...options });
}

export const phoneType: FieldType = {
  parse(input, { maxLength = 40 }) {
    const text = textInput(input, maxLength).normalize('NFKC').replace(/^tel:/i, '');
    const digits = text.replace(/\D/g, '').length;
    if (digits < 3 || digits > 24 || !/^[\d\s+\-–().,#*/xext转]+$/i.test(text))
      throw new Unacceptable('notPhone');
    return text;
  },
  schema: ({ maxLength }) => ({ type: 'string', maxLength, examples: ['+86 138 0013 8000'] }),
};
