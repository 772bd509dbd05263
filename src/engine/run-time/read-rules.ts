import type { Registry } from '#kernel/registry.ts';
import type { RuleDefinition } from '#kernel/run-time/rule.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** The rules that the company has made, oldest first: the order in which they are told. */
export async function readRules(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly RuleDefinition[]> {
  const object = registry.purposes.get('rule');
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(r) from ${quoted(schema)}.${quoted(object.name)} r where "deletedAt" is null order by "createdAt", id`,
  );
  return rows.map(([rule]) => JSON.parse(rule ?? ''));
}
