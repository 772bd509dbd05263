import type { Loop } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import type { Run, Working } from '../run.ts';
import type { Subject } from '../step-values.ts';
import { doRounds, roundsTogether } from './do-rounds.ts';
import { recordsOfLoop } from './records-of-loop.ts';
import { beginRounds, nextRounds, noteRounds, reviveRounds } from './round-table.ts';

/**
 * Does the next of a loop: finds its records, or goes over some of them. Which are done commits with what was done, so
 * that whoever goes on after a crash begins with the next. Tells whether there is more, and at the end whether some failed;
 * a run that is tried again takes up these alone.
 */
export async function advanceLoop(
  context: Working,
  run: Pick<Run, 'id' | 'loops'>,
  step: string,
  subject: Subject,
  loop: Loop,
): Promise<'more' | 'done' | 'failed'> {
  const own = { run: run.id, step };
  if (!Object.hasOwn(run.loops, step)) {
    const found = await recordsOfLoop(context, subject, loop);
    await beginRounds(context, own, shortName(loop.object), found);
    return found.ids.length === 0 ? 'done' : 'more';
  }
  const next = await nextRounds(context, own, roundsTogether(loop));
  if (next.records.length === 0) return (await reviveRounds(context, own)) > 0 ? 'more' : 'done';
  const rounds = await doRounds(context, { run: run.id, at: step }, subject, loop, next.records);
  await noteRounds(context, own, rounds);
  if (next.more) return 'more';
  return next.failed || rounds.some(({ state }) => state === 'failed') ? 'failed' : 'done';
}
