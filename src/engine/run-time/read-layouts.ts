import type { Registry } from '#kernel/registry.ts';
import type { PageLayout } from '#kernel/run-time/page-layout.ts';
import type { Database } from '../database/database.ts';
import { readOfPurpose } from './read-of-purpose.ts';

/** How the company lays out record pages, in the order in which layouts are asked whether they fit. */
export function readLayouts(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly PageLayout[]> {
  return readOfPurpose(database, registry, schema, 'layout', { placed: true });
}
