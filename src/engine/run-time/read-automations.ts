import type { Registry } from '#kernel/registry.ts';
import type { AutomationDefinition } from '#kernel/run-time/automation-definition.ts';
import type { Database } from '../database/database.ts';
import { readOfPurpose } from './read-of-purpose.ts';

/** What the company has drawn, the oldest first; those in the bin too, of which runs under way may speak. */
export function readAutomations(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly AutomationDefinition[]> {
  return readOfPurpose(database, registry, schema, 'automation', { binned: true });
}
