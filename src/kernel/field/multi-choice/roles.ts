import { type Field, field } from '../field.ts';

/** Any of the roles that the modules of the product declare; they are known when the modules are put together. */
export function roles(): Field<readonly string[], false> {
  return field('multiChoice', { listed: 'roles', choices: [] });
}
