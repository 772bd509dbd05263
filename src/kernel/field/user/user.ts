import { type Field, type FieldOptions, field } from '../field.ts';
import { identifierInput, identifierOf } from '../identifier-input.ts';
import type { FieldType } from '../type.ts';

export interface UserField<Required extends boolean> extends Field<string, Required> {
  readonly type: 'user';
}

/** A person who works in this workspace. */
export function user<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): UserField<Required> {
  return field('user', {
    onDelete: 'restrict',
    timeline: false,
    indexed: true,
    ...options,
  }) as UserField<Required>;
}

export const userType: FieldType = { parse: identifierInput, schema: ({ target }) => identifierOf(target) };
