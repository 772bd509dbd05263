import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import type { Context, Workspace } from '../records/context.ts';
import { peopleDue } from './accounts.ts';
import { runAccount, type SyncPorts } from './run-account.ts';

const minute = 60_000;

/** How old what is known of a calendar elsewhere may become. */
const rhythm = 5 * minute;

/** Keeps the calendars of everybody the same with those elsewhere, one after the other, until stopped. */
export function serveCalendarSync(
  surroundings: (workspace: Workspace) => Promise<Pick<Context, 'registry' | 'database'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  ports: SyncPorts,
): Looking {
  const look = async (stopped: () => boolean) => {
    for (const workspace of await workspaces()) {
      const place = { ...(await surroundings(workspace)), workspace };
      for (const person of await peopleDue({ ...place, now: Date.now() }, Date.now() - rhythm))
        if (!stopped()) await runAccount({ ...place, now: Date.now() }, person, ports);
    }
  };
  return keepLooking(look, ports.report, minute);
}
