import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { tableOf } from '../records/table.ts';
import { quoted } from '../sql/fragment.ts';
import { keyTable } from './key-table.ts';

type Held = Readonly<Record<string, unknown>> & { readonly id: string };

/** These records with their sealed values in the clear, for the person whom they are about. */
export async function openedRecords(
  context: Context,
  object: ObjectModel,
  records: readonly Held[],
): Promise<readonly Held[]> {
  const names = [...object.fields].filter(([, field]) => field.sealed === true).map(([name]) => name);
  const { seal, schema } = context.workspace;
  if (names.length === 0 || records.length === 0 || seal === undefined) return records;
  const opened = new Map<string, Record<string, unknown>>();
  for (const name of names) {
    const rows = await context.database.run(
      `select t.id, t.${quoted(name)}, k.key from ${tableOf(context, object.name).text} t
       join ${quoted(schema)}.${keyTable} k on k.id::text = split_part(t.${quoted(name)}, ':', 2) where t.id = any($1::uuid[])`,
      [records.map(({ id }) => id)],
    );
    for (const [id, value, key] of rows) {
      const sealed = seal.genuine(value);
      if (sealed !== undefined && key)
        opened.set(id ?? '', { ...opened.get(id ?? ''), [name]: seal.open(sealed, key) });
    }
  }
  return records.map((record) => ({ ...record, ...opened.get(record.id) }));
}
