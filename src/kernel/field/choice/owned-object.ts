import { type Field, type FieldOptions, field } from '../field.ts';

/** The short name of an object whose records somebody owns; which there are is known when the modules are put together. */
export function ownedObject<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('choice', { ...options, listed: 'owned', choices: [] });
}
