import type { Loop, Step } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import type { Complaint } from '#kernel/problem.ts';
import { inHalves } from '../../records/in-halves.ts';
import { listRecords, recordsIn } from '../../records/list.ts';
import { listLimits } from '../../records/list-query.ts';
import type { Working } from '../run.ts';
import type { Subject } from '../step-values.ts';
import type { Round } from './round-table.ts';
import { stepsForEach, type Within } from './steps-for-each.ts';

/** Rounds done together, in one transaction. */
const together = 50;

/** How many rounds of a loop are done together: what leaves the house is noted after each, lest many of it go twice. */
export function roundsTogether({ steps }: Pick<Loop, 'steps'>): number {
  return writesOutside(steps) ? 1 : together;
}

function writesOutside(steps: readonly Step[]): boolean {
  return steps.some((step) =>
    step.do === 'branch'
      ? writesOutside([...step.steps, ...(step.otherwise ?? [])])
      : step.do === 'mail' || step.do === 'writeToGuest',
  );
}

/**
 * Does the steps of a loop for these of its records, inside the caller's transaction. What is refused of one stops no
 * other and leaves nothing of its round behind; a record that is gone meanwhile is let go.
 */
export async function doRounds(
  context: Working,
  within: Within,
  start: Subject,
  { object, steps }: Loop,
  records: readonly string[],
): Promise<readonly Round[]> {
  const name = shortName(object);
  const page = await listRecords(context, name, {
    ...{ where: { id: { in: records } }, select: ['id'], limit: listLimits.most },
  });
  const there = new Set(recordsIn<{ readonly id: string }>(page).map(({ id }) => id));
  const subjects = records.filter((id) => there.has(id)).map((id) => ({ object: name, id, start }));
  const refused = new Map<string, readonly Complaint[]>();
  await inHalves(
    context,
    subjects,
    (some) => stepsForEach(context, within, some, steps),
    ({ id }, complaints) => refused.set(id, complaints),
  );
  return records.map((record) => {
    const complaints = refused.get(record);
    if (complaints !== undefined) return { record, state: 'failed', reason: 'refused', complaints };
    return there.has(record) ? { record, state: 'done' } : { record, state: 'skipped', reason: 'notFound' };
  });
}
