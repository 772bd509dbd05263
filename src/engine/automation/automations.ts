import { asSystem } from '../access/actor.ts';
import type { Workspace } from '../records/context.ts';
import { advance } from './advance.ts';
import { followLog } from './follow-log.ts';
import { followTime, type Times } from './follow-time.ts';
import type { Working } from './run.ts';

export type Surroundings = Omit<Working, 'actor' | 'workspace' | 'now'>;

/**
 * Does what is due in one workspace: starts what follows from the log and the clock, then does the steps, at most as many
 * as told. Tells whether it did any, and whether there is more. Catching up looks far back for times that came while no
 * server ran, or that were written down late.
 */
export async function runAutomations(
  surroundings: Surroundings,
  workspace: Workspace,
  clock: () => number = Date.now,
  times: Times = 'catchingUp',
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly did: boolean; readonly more: boolean }> {
  const context = (): Working => ({
    ...surroundings,
    workspace,
    actor: { ...asSystem('automations'), timeZone: workspace.timeZone },
    now: clock(),
  });
  await followTime(context(), times);
  let more = true;
  let did = false;
  for (let step = 0; more && step < most; step++) {
    const unread = await followLog(context());
    const worked = await advance(context());
    more = unread !== 'none' || worked;
    did ||= worked;
    // Whoever asks next knows what was drawn.
    if (unread === 'drawnAnew') break;
  }
  return { did, more };
}
