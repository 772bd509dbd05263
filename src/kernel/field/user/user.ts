import { type Field, type FieldOptions, field } from '../field.ts';
import { identifierInput, identifierSchema } from '../identifier-input.ts';
import type { FieldType } from '../type.ts';

/** A person who works in this workspace. */
export function user<Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('user', { onDelete: 'restrict', timeline: false, indexed: true, ...options });
}

export const userType: FieldType = { parse: identifierInput, schema: () => identifierSchema };
