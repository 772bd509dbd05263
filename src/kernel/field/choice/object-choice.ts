import { type Field, type FieldOptions, field } from '../field.ts';

/** The short name of an object, or of one whose records somebody owns; known when the modules are put together. */
export function objectChoice<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required; readonly owned?: boolean } = {},
): Field<string, Required> {
  const { owned = false, ...rest } = options;
  return field('choice', { ...rest, listed: owned ? 'owned' : 'objects', choices: [] });
}
