import { Refusal } from '#kernel/problem.ts';
import { asSystem } from '../access/actor.ts';
import type { Context, Workspace } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { type Exceeded, noteViews } from './note-views.ts';
import type { ViewCounts } from './view-counts.ts';

/** Milliseconds between two times that counts are written down. */
const pause = 5000;

/**
 * Writes down every few seconds what people have looked at, one statement for each workspace in which anybody has, and
 * raises an alarm for who has looked at more than is usual, once for each person and time.
 */
export function serveViewCounts(
  counts: ViewCounts,
  surroundings: (workspace: Workspace) => Promise<Pick<Context, 'registry' | 'database'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  report: (error: unknown) => void,
): { write(): Promise<void>; stop(): Promise<void> } {
  const raised = new Set<string>();
  let stopped = false;
  const writeAll = async () => {
    if (counts.empty) return;
    for (const workspace of await workspaces()) {
      const context = { ...(await surroundings(workspace)), workspace, now: Date.now() };
      const tallies = counts.take(workspace.schema);
      if (tallies.length === 0) continue;
      const exceeded = await noteViews(context, tallies).catch((error: unknown) => {
        counts.putBack(workspace.schema, tallies);
        throw error;
      });
      for (const each of exceeded) await raise(context, each, raised);
    }
  };
  let underWay = Promise.resolve();
  const write = () => {
    underWay = underWay.then(writeAll).catch((error: unknown) => {
      // A database that goes away together with the server is nothing to tell of.
      if (!stopped) report(error);
    });
    return underWay;
  };
  const timer = setInterval(write, pause).unref();
  return {
    write,
    async stop() {
      clearInterval(timer);
      stopped = true;
      await write();
    },
  };
}

async function raise(place: Omit<Context, 'actor'>, exceeded: Exceeded, raised: Set<string>): Promise<void> {
  const alarm = place.registry.purposes.get('alarm');
  const { person, within, begunAt } = exceeded;
  const key = [place.workspace.schema, person, within, begunAt].join();
  if (alarm === undefined || raised.has(key)) return;
  const context = { ...place, actor: asSystem('somebody has looked at more records than is usual') };
  await createRecords(context, alarm.name, [{ values: exceeded }]).catch((error: unknown) => {
    // Another server, or this one before it was started anew, has raised it.
    if (!(error instanceof Refusal && error.complaints.some(({ code }) => code === 'notUnique'))) throw error;
  });
  if (raised.size >= 10_000) raised.clear();
  raised.add(key);
}
