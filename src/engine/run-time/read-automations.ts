import type { Registry } from '#kernel/registry.ts';
import type { AutomationDefinition } from '#kernel/run-time/automation-definition.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** What the company has drawn, the oldest first; those in the bin too, of which runs under way may speak. */
export async function readAutomations(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly AutomationDefinition[]> {
  const object = registry.purposes.get('automation');
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(a) from ${quoted(schema)}.${quoted(object.name)} a order by "createdAt", id`,
  );
  return rows.map(([automation]) => JSON.parse(automation ?? ''));
}
