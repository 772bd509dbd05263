import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';
import { migrateWorkspace } from './migrate.ts';

/**
 * Upgrades every workspace. One that cannot be upgraded stays as it was and stops no other; gives the reasons by
 * workspace.
 */
export async function migrateWorkspaces(
  database: Database,
  registry: Registry,
  workspaces: readonly Workspace[],
  now: Date,
): Promise<ReadonlyMap<string, Error>> {
  const failed = new Map<string, Error>();
  for (const workspace of workspaces) {
    try {
      await migrateWorkspace(database, registry, workspace, now);
    } catch (error) {
      failed.set(workspace.name, error as Error);
    }
  }
  return failed;
}
