import { type Field, type FieldOptions, field } from '../field.ts';

/** One of the roles that the modules of the product declare; they are known when the modules are put together. */
export function role<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('choice', { ...options, listed: 'roles', choices: [] });
}
