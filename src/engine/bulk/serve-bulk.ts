import { Refusal } from '#kernel/problem.ts';
import type { Looking } from '../jobs/keep-looking.ts';
import { type Place, serveJobs } from '../jobs/serve-jobs.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context, Workspace } from '../records/context.ts';
import type { BulkJob } from './bulk-job.ts';
import { claimBulk, moveBulk, releaseBulk } from './bulk-table.ts';
import { runBulk } from './run-bulk.ts';

type Report = (error: unknown) => void;

/** Does what people want done with many records, one job after the other in every workspace, until stopped. */
export function serveBulk(
  surroundings: (workspace: Workspace) => Promise<Omit<Place, 'workspace'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  report: Report,
): Looking {
  const work = async (place: Place, job: BulkJob, signal: AbortSignal) => {
    const actor = await loadActor(place.database, place.registry, place.workspace.schema, job.actor);
    const by = job.impersonator === null ? {} : { impersonator: job.impersonator };
    const context = actor && { ...place, actor: { ...actor, ...by }, now: Date.now() };
    if (context && place.registry.objects.has(job.object)) await doBulk(context, job, signal, report);
    else await moveBulk(place, job.id, ['running', 'undoing'], 'failed', 'forbidden');
  };
  return serveJobs(surroundings, workspaces, { name: 'bulk', claim: claimBulk, work }, report);
}

/** Does one job as the person who asked for it; whatever goes wrong ends in a visible state with its reason. */
export async function doBulk(
  context: Context,
  job: BulkJob,
  signal: AbortSignal,
  report: Report,
): Promise<void> {
  try {
    await runBulk(context, job, signal);
  } catch (error) {
    if (signal.aborted) return releaseBulk(context, job.id);
    if (!(error instanceof Refusal)) report(error);
    const problem = error instanceof Refusal ? error.kind : 'unexpected';
    await moveBulk(context, job.id, ['running', 'undoing'], 'failed', problem);
  }
}
