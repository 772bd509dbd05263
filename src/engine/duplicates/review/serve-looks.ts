import { Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import { asSystem } from '../../access/actor.ts';
import type { Looking } from '../../jobs/keep-looking.ts';
import { type Place, serveJobs } from '../../jobs/serve-jobs.ts';
import type { Workspace } from '../../records/context.ts';
import { claimLook, type DuplicateLook, endLook, queueLooks, releaseLook } from './duplicate-look.ts';
import { lookThrough } from './look-through.ts';

/** Objects of which two records may be told to be one. */
export function comparedObjects({ objects }: Registry): readonly string[] {
  return [...objects.values()].filter(({ duplicates }) => duplicates.length > 0).map(({ name }) => name);
}

/** Has everything looked through that nobody has for a day. */
export async function queueDailyLooks(place: Place): Promise<void> {
  await queueLooks(place, comparedObjects(place.registry), null);
}

/** Looks for duplicates where it is asked for, one object after the other in every workspace, until stopped. */
export function serveLooks(
  surroundings: (workspace: Workspace) => Promise<Omit<Place, 'workspace'>>,
  workspaces: () => Promise<readonly Workspace[]>,
  report: (error: unknown) => void,
): Looking {
  const work = async (place: Place, look: DuplicateLook, signal: AbortSignal) => {
    const { object } = look;
    if (!comparedObjects(place.registry).includes(object)) return endLook(place, object, 'cancelled');
    // Each pair is shown only to who sees both of its records.
    const actor = asSystem('All records of an object are compared.');
    try {
      await lookThrough({ ...place, actor, now: Date.now() }, look, signal);
    } catch (error) {
      if (signal.aborted) return releaseLook(place, object);
      report(error);
      await endLook(place, object, 'failed', error instanceof Refusal ? error.kind : 'unexpected');
    }
  };
  return serveJobs(surroundings, workspaces, { name: 'duplicates', claim: claimLook, work }, report);
}
