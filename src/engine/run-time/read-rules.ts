import type { Registry } from '#kernel/registry.ts';
import type { LikenessDefinition } from '#kernel/run-time/company-likeness.ts';
import type { RuleDefinition } from '#kernel/run-time/rule.ts';
import type { Database } from '../database/database.ts';
import { readOfPurpose } from './read-of-purpose.ts';

/** The rules that the company has made for its records. */
export function readRules(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly RuleDefinition[]> {
  return readOfPurpose(database, registry, schema, 'rule');
}

/** What the company says of fields as signs of duplicates. */
export function readLikenesses(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly LikenessDefinition[]> {
  return readOfPurpose(database, registry, schema, 'likeness');
}
