import type { Workspace } from '../records/context.ts';
import { runAutomations, type Surroundings } from './automations.ts';

/** How often a server looks for work when nobody wakes it, in milliseconds. */
const interval = 1000;

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
  let rouse = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, interval);
      timer.unref();
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async () => {
    while (!stopped) {
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
    wake: () => rouse(),
    async stop() {
      stopped = true;
      rouse();
      await ended;
    },
  };
}
