import type { Workspace } from '../records/context.ts';
import { runAutomations, type Surroundings } from './automations.ts';

/** Milliseconds between two looks for work when nobody wakes a server, and from a waking to its look: one for a burst of writes; and between two that look far back. */
const pace = { look: 1000, wake: 100, catchUp: 600_000 };

export interface AutomationService {
  /** Looks for work now. */
  wake(): void;
  /** Ends after the step that is being done. */
  stop(): Promise<void>;
}

/** Keeps doing what automations ask for, in every workspace, until stopped; `worked` hears of it. Several servers may do so at once. */
export function serveAutomations(
  surroundings: (workspace: Workspace) => Promise<Surroundings>,
  workspaces: () => Promise<readonly Workspace[]>,
  report: (error: unknown) => void,
  worked: () => void = () => undefined,
): AutomationService {
  let stopped = false;
  let woken = false;
  let caughtUp = 0;
  let rouse = (_pause: number) => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      rouse = (pause) => {
        clearTimeout(timer);
        timer = setTimeout(resolve, pause);
        timer.unref();
      };
      rouse(woken ? pace.wake : pace.look);
    });
  const work = async () => {
    while (!stopped) {
      woken = false;
      try {
        const catchUp = Date.now() >= caughtUp + pace.catchUp;
        for (const workspace of await workspaces())
          if (!stopped && (await runAutomations(await surroundings(workspace), workspace, Date.now, catchUp)))
            worked();
        if (catchUp) caughtUp = Date.now();
      } catch (error) {
        if (!stopped) report(error);
      }
      if (!stopped) await rest();
    }
  };
  const ended = work();
  return {
    wake() {
      if (woken) return;
      woken = true;
      rouse(pace.wake);
    },
    async stop() {
      stopped = true;
      rouse(0);
      await ended;
    },
  };
}
