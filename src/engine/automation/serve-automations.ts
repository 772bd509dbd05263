import { afterClockSetBack } from '../jobs/after-clock-set-back.ts';
import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import type { Workspace } from '../records/context.ts';
import { runAutomations, type Surroundings } from './automations.ts';

/** Milliseconds between two looks at the clock, unless told, and between two that look far back: what follows a write needs neither. */
const pace = { clock: 5000, catchUp: 600_000 };

/** Steps done in one workspace before it is the others' turn, and the clock's. */
const turn = 200;

/** Keeps doing what automations ask for, in every workspace, until stopped; `worked` hears of it. Several servers may do so at once. */
export function serveAutomations(
  surroundings: (workspace: Workspace) => Promise<Surroundings>,
  workspaces: () => Promise<readonly Workspace[]>,
  report: (error: unknown) => void,
  worked: () => void = () => undefined,
  clockEvery: number = pace.clock,
): Looking {
  let looked = Number.NEGATIVE_INFINITY;
  let caughtUp = Number.NEGATIVE_INFINITY;
  let shown = 0;
  const looking = keepLooking(async (stopped) => {
    // By a clock that nobody sets: one that was set back would else keep us waiting until it has come there again.
    const now = performance.now();
    const latest = shown;
    const setBack = Date.now() < latest - clockEvery;
    const catchUp = setBack || now >= caughtUp + pace.catchUp;
    const times = catchUp ? 'catchingUp' : now >= looked + clockEvery ? 'usual' : 'none';
    shown = 0;
    const clock = () => {
      const time = Date.now();
      shown = Math.max(shown, time);
      return time;
    };
    for (const workspace of await workspaces()) {
      if (stopped()) break;
      const around = await surroundings(workspace);
      if (setBack) await afterClockSetBack({ ...around, workspace, now: Date.now() }, latest);
      const { did, more } = await runAutomations(around, workspace, clock, times, turn);
      if (did) worked();
      if (more) looking.wake();
    }
    if (times !== 'none') looked = now;
    if (catchUp) caughtUp = now;
  }, report);
  return looking;
}
