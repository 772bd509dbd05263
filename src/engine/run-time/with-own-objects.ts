import type { Registry } from '#kernel/registry.ts';
import { withObjects } from '#kernel/run-time/with-objects.ts';
import type { Database } from '../database/database.ts';
import { inForce, readObjects } from './read-definitions.ts';

/** What is declared with the objects that the company has added: what its own fields are added to. */
export async function withOwnObjects(database: Database, base: Registry, schema: string): Promise<Registry> {
  return withObjects(base, inForce(await readObjects(database, base, schema))).registry;
}
