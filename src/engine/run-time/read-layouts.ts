import type { Registry } from '#kernel/registry.ts';
import type { PageLayout } from '#kernel/run-time/page-layout.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** How the company lays out record pages, in the order in which layouts are asked whether they fit. */
export async function readLayouts(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly PageLayout[]> {
  const object = registry.purposes.get('layout');
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(l) from ${quoted(schema)}.${quoted(object.name)} l where "deletedAt" is null order by position nulls last, "createdAt", id`,
  );
  return rows.map(([layout]) => JSON.parse(layout ?? ''));
}
