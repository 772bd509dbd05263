import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

/** A web address; https is assumed when none is given, and nothing but http and https is taken. */
export function url<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('url', { maxLength: 2000, ...options });
}

export const urlType: FieldType = {
  parse(input, { maxLength = 2000 }) {
    const text = textInput(input, maxLength);
    const address = URL.parse(
      /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`,
    );
    if (
      address === null ||
      !/^https?:$/.test(address.protocol) ||
      !address.hostname.includes('.') ||
      /\s/.test(text)
    ) {
      throw new Unacceptable('notUrl');
    }
    return address.href;
  },
  schema: ({ maxLength }) => ({
    type: 'string',
    format: 'uri',
    maxLength,
    examples: ['https://hengyue.example'],
  }),
};
