import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import type { Workspace } from '../records/context.ts';
import { runAutomations, type Surroundings } from './automations.ts';

/** Milliseconds between two looks at the clock, and between two that look far back: what follows a write needs neither. */
const pace = { clock: 1000, catchUp: 600_000 };

/** Keeps doing what automations ask for, in every workspace, until stopped; `worked` hears of it. Several servers may do so at once. */
export function serveAutomations(
  surroundings: (workspace: Workspace) => Promise<Surroundings>,
  workspaces: () => Promise<readonly Workspace[]>,
  report: (error: unknown) => void,
  worked: () => void = () => undefined,
): Looking {
  let looked = 0;
  let caughtUp = 0;
  return keepLooking(async (stopped) => {
    const now = Date.now();
    const catchUp = now >= caughtUp + pace.catchUp;
    const times = catchUp ? 'catchingUp' : now >= looked + pace.clock ? 'usual' : 'none';
    for (const workspace of await workspaces())
      if (!stopped() && (await runAutomations(await surroundings(workspace), workspace, Date.now, times)))
        worked();
    if (times !== 'none') looked = now;
    if (catchUp) caughtUp = now;
  }, report);
}
