import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { type Fragment, identifier, raw, sql } from '../sql/fragment.ts';
import { keyTable } from './key-table.ts';
import { readSealedValue } from './sealed-value.ts';
import type { WorkspaceSeal } from './workspace-seal.ts';

/** SQL of the wrapped key that opens a sealed value. */
export function keyOf({ workspace }: Pick<Context, 'workspace'>, value: string): Fragment {
  const table = identifier(workspace.schema, keyTable);
  return sql`(select k.key from ${table} k where k.id = nullif(split_part(${raw(value)}, ':', 2), '')::uuid)`;
}

/** The clear text of a value as it is stored, given its key; null where there is none. */
export function openSealed(
  seal: WorkspaceSeal | undefined,
  value: string | null | undefined,
  key: string | null | undefined,
): string | null {
  if (value === null || value === undefined) return null;
  const sealed = readSealedValue(value);
  if (sealed === undefined || key === null || key === undefined || seal === undefined)
    throw new Refusal('invalid', [{ field: '', code: 'keyMissing' }]);
  return seal.open(sealed, key);
}
