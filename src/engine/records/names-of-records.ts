import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from './context.ts';
import { listRecords, recordsIn } from './list.ts';
import { listLimits } from './list-query.ts';
import type { Values } from './record-values.ts';

/** What records are called, by id: at most 1,000 of them, those that the actor may see. */
export async function namesOfRecords(
  context: Context,
  { name, declaration: { nameField } }: ObjectModel,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const page = await listRecords(context, name, {
    where: { id: { in: [...new Set(ids)] } },
    select: ['id', nameField],
    limit: listLimits.most,
  });
  const rows = recordsIn<Values & { readonly id: string }>(page);
  return new Map(rows.map((row) => [row.id, String(row[nameField] ?? '')]));
}
