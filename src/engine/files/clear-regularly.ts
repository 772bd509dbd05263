import type { FileStore } from '#kernel/port/file-store.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';
import { removeUnheld } from './remove-unheld.ts';

const sixHours = 6 * 60 * 60 * 1000;

/** Clears away unheld files four times a day until stopped. Several servers may do so at once. */
export function clearRegularly(
  surroundings: (
    workspace: Workspace,
  ) => Promise<{ readonly registry: Registry; readonly database: Database }>,
  workspaces: () => Promise<readonly Workspace[]>,
  store: FileStore,
  report: (error: unknown) => void,
): { stop(): Promise<void> } {
  let underWay = Promise.resolve();
  let stopped = false;
  const clear = async () => {
    for (const workspace of await workspaces())
      if (!stopped) await removeUnheld(await surroundings(workspace), workspace, store);
  };
  const timer = setInterval(() => {
    underWay = underWay.then(clear).catch(report);
  }, sixHours);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
