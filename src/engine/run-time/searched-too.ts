import type { Registry } from '#kernel/registry.ts';
import { withDefinitions } from '#kernel/run-time/with-definitions.ts';
import type { Database } from '../database/database.ts';
import type { LiveSchema } from '../schema/live-schema.ts';
import { definingObject, inForce, readDefinitions } from './read-definitions.ts';

/**
 * What is declared with what the company has added, for an upgrade: records go on being found by the company's own
 * fields. The definitions may still be those of the version before, or not be there at all.
 */
export async function searchedToo(
  database: Database,
  registry: Registry,
  schema: string,
  live: LiveSchema,
): Promise<Registry> {
  const defining = definingObject(registry);
  if (defining === undefined || !live.tables.has(defining.name)) return registry;
  const blank = Object.fromEntries([...defining.fields.keys()].map((name) => [name, null]));
  const fields = inForce(await readDefinitions(database, registry, schema));
  return withDefinitions(
    registry,
    fields.map((definition) => ({ ...blank, ...definition })),
  ).registry;
}
