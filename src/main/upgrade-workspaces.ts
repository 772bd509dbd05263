import type { Database } from '#engine/database/database.ts';
import { migrateWorkspaces } from '#engine/schema/migrate-workspaces.ts';
import type { Registry } from '#kernel/registry.ts';
import { type StoredWorkspace, workspaceOf } from './workspace-of.ts';

/**
 * Brings every workspace up to date before it is served. Gives the names of those that could not be, with the reasons
 * in the log; where it is all of them there is nothing to serve.
 */
export async function upgradeWorkspaces(
  database: Database,
  registry: Registry,
  workspaces: readonly StoredWorkspace[],
): Promise<ReadonlySet<string>> {
  const failed = await migrateWorkspaces(database, registry, workspaces.map(workspaceOf), new Date());
  const reasons = [...failed].map(
    ([name, { message }]) =>
      `The data of ${name} could not be brought up to date and stay as they were:\n${message}`,
  );
  if (workspaces.length > 0 && failed.size === workspaces.length) throw new Error(reasons.join('\n'));
  for (const reason of reasons) console.error(reason);
  return new Set(failed.keys());
}
