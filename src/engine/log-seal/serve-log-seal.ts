import type { Database } from '../database/database.ts';
import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import type { Workspace } from '../records/context.ts';
import { sealLog } from './seal-log.ts';

/** Milliseconds after which what was written is sealed. */
const rest = 60_000;

/** Keeps sealing the logs of these workspaces until stopped. A lasting failure is told once, not every minute. */
export function serveLogSeal(
  database: Database,
  workspaces: () => Promise<readonly Workspace[]>,
  report: (error: unknown) => void,
): Looking {
  const told = new Map<string, string>();
  return keepLooking(
    async (stopped) => {
      for (const workspace of await workspaces())
        try {
          while (!stopped() && (await sealLog({ database, workspace })));
          told.delete(workspace.name);
        } catch (error) {
          if (told.get(workspace.name) !== String(error) && !stopped()) report(error);
          told.set(workspace.name, String(error));
        }
    },
    report,
    rest,
  );
}
