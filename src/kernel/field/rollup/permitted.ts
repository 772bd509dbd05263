import type { PermissionWish } from '../../permission.ts';
import { type Field, field } from '../field.ts';

/**
 * Whether the person may be reached for a purpose in a way, by the ledger of permissions. Computed when read, so it is
 * right from the moment of a change of mind; the same for every reader, whatever of the ledger he may see.
 */
export function permitted(wish: PermissionWish): Field<boolean, false> {
  return field('rollup', { permitted: wish, result: 'boolean', readOnly: true });
}
