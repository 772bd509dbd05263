import type { Purpose } from '#kernel/purpose.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** The live records of the object that serves a purpose, oldest first: the order in which they are told. */
export async function readOldestFirst<Definition>(
  database: Database,
  registry: Registry,
  schema: string,
  purpose: Purpose,
): Promise<readonly Definition[]> {
  const object = registry.purposes.get(purpose);
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(r) from ${quoted(schema)}.${quoted(object.name)} r where "deletedAt" is null order by "createdAt", id`,
  );
  return rows.map(([record]) => JSON.parse(record ?? ''));
}
