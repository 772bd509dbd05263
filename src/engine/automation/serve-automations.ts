import type { Workspace } from '../records/context.ts';
import { runAutomations, type Surroundings } from './automations.ts';

/** Milliseconds between two looks for work when nobody wakes a server, and from a waking to its look: one for a burst of writes. */
const pace = { look: 1000, wake: 100 };

export interface AutomationService {
  /** Looks for work now. */
  wake(): void;
  /** Ends after the step that is being done. */
  stop(): Promise<void>;
}

/** Keeps doing what automations ask for, in every workspace, until stopped. Several servers may do so at once. */
export function serveAutomations(
  surroundings: () => Surroundings,
  workspaces: () => Promise<readonly Workspace[]>,
  report: (error: unknown) => void,
): AutomationService {
  let stopped = false;
  let woken = false;
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
        for (const workspace of await workspaces())
          if (!stopped) await runAutomations(surroundings(), workspace);
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
