import type { Registry } from '#kernel/registry.ts';
import type { RecordType } from '#kernel/run-time/record-type.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** Every type of record that the company tells apart, in the order in which they are shown; those put away too. */
export async function readTypes(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly RecordType[]> {
  const object = registry.purposes.get('recordType');
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(t) from ${quoted(schema)}.${quoted(object.name)} t order by position nulls last, "createdAt", id`,
  );
  return rows.map(([type]) => JSON.parse(type ?? ''));
}
