import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

const parts = ['street', 'city', 'region', 'postalCode', 'country'] as const;

/** A postal address; every part is optional text. */
export type Address = { readonly [Part in (typeof parts)[number]]?: string };

export function address<const Required extends boolean = false>(
  options: FieldOptions<Address> & { readonly required?: Required } = {},
): Field<Address, Required> {
  return field('address', options);
}

export const addressType: FieldType = {
  parse(given): Address {
    const input = typeof given === 'string' ? written(given) : given;
    if (typeof input === 'string') return { street: textInput(input, 500) };
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      throw new Unacceptable('notAddress');
    const told = Object.entries(input).filter(([, value]) => value !== null && value !== '');
    if (told.some(([part]) => !(parts as readonly string[]).includes(part))) {
      throw new Unacceptable('unknownPart', { parts: parts.join(', ') });
    }
    return Object.fromEntries(told.map(([part, value]) => [part, textInput(value, 500)]));
  },
  schema: () => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(parts.map((part) => [part, { type: 'string', maxLength: 500 }])),
    examples: [{ street: '南京西路 1266 号', city: '上海', postalCode: '200040', country: 'CN' }],
  }),
};

/** Text as the API writes an address, such as a file of cards brings, is read as one. */
function written(text: string): unknown {
  if (!text.startsWith('{')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
