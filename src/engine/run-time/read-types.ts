import type { Registry } from '#kernel/registry.ts';
import type { RecordType } from '#kernel/run-time/record-type.ts';
import type { Database } from '../database/database.ts';
import { readOfPurpose } from './read-of-purpose.ts';

/** Every type of record that the company tells apart, in the order in which they are shown; those put away too. */
export function readTypes(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly RecordType[]> {
  return readOfPurpose(database, registry, schema, 'recordType', { binned: true, placed: true });
}
