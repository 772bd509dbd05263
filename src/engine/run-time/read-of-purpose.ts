import type { Purpose } from '#kernel/purpose.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

interface Asked {
  /** Those in the bin too. */
  readonly binned?: true;
  /** In the order that people gave them; without it, or where they gave none, the oldest first. */
  readonly placed?: true;
}

/** The records of the object that serves a purpose, live ones unless asked otherwise. */
export async function readOfPurpose<Definition>(
  database: Database,
  registry: Registry,
  schema: string,
  purpose: Purpose,
  { binned, placed }: Asked = {},
): Promise<readonly Definition[]> {
  const object = registry.purposes.get(purpose);
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(r) from ${quoted(schema)}.${quoted(object.name)} r ${binned ? '' : 'where "deletedAt" is null '}order by ${placed ? 'position nulls last, ' : ''}"createdAt", id`,
  );
  return rows.map(([record]) => JSON.parse(record ?? ''));
}
