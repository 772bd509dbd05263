import { bulkEnded } from '#kernel/notification.ts';
import type { Complaint } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { tell } from '../notifications/notify.ts';
import type { Context } from '../records/context.ts';
import { inHalves } from '../records/in-halves.ts';
import { restoreRecord } from '../records/remove.ts';
import { settleSealed } from '../sealing/settle-sealed.ts';
import { atOnceLimit } from './begin-bulk.ts';
import type { BulkJob, BulkOutcome } from './bulk-job.ts';
import { nextRecords, noteOutcomes, type TakenRecord } from './bulk-records.ts';
import { holdBulk, moveBulk } from './bulk-table.ts';
import { doWork, versionsOf } from './do-work.ts';
import { editEach } from './edit-each.ts';
import { mergeEach, unmergeEach } from './merge-each.ts';

/** Records in one transaction: few enough that whoever wants one of them hardly waits. */
const batchSize = 200;

/**
 * Works through the records of a job, each batch with its account in one transaction, so that whatever happens it is
 * known for every record, none is done twice and none left out. Rejects when the signal says so, between two batches.
 */
export async function runBulk(context: Context, job: BulkJob, signal: AbortSignal): Promise<void> {
  const undoing = job.state === 'undoing';
  for (let more = true; more; ) {
    signal.throwIfAborted();
    more = await context.database.transaction(async (database) => {
      const inside: Context = { ...context, database, now: Date.now() };
      if ((await holdBulk(inside, job.id)) !== job.state) return false;
      const taken = await nextRecords(inside, job.id, undoing ? 'changed' : 'waiting', sizeOf(job));
      if (taken.length === 0) {
        await moveBulk(inside, job.id, [job.state], undoing ? 'undone' : 'done');
        await tellOfEnd(inside, job);
        return false;
      }
      const outcomes = undoing ? await putBack(inside, job, taken) : await does(inside, job, taken);
      await noteOutcomes(inside, job.id, outcomes);
      return true;
    });
  }
}

/** What was merged in one transaction is taken back in one. */
function sizeOf({ work }: BulkJob): number {
  return work.do === 'merge' ? 1 : batchSize;
}

function does(
  context: Context,
  { object, work }: BulkJob,
  taken: readonly TakenRecord[],
): Promise<readonly BulkOutcome[]> {
  if (work.do === 'merge') return mergeEach(context, object, taken);
  return doWork(
    context,
    { object, work },
    taken.map(({ record }) => record),
  );
}

/** Whoever had to wait for it is told. */
async function tellOfEnd(context: Context, { id, actor, state, total }: BulkJob): Promise<void> {
  if (total <= atOnceLimit) return;
  const about = { person: actor, object: context.registry.people, record: actor };
  await tell(context, { kind: bulkEnded, ...about, cause: `${id} ${state}` });
}

/** Puts records back as they were, but for those that somebody has changed since. */
async function putBack(
  context: Context,
  { object, work }: BulkJob,
  taken: readonly TakenRecord[],
): Promise<readonly BulkOutcome[]> {
  const told = ({ record, status, problems = [] }: BulkOutcome): BulkOutcome =>
    status === 'failed' ? { record, status: 'kept', problems } : { record, status: 'undone' };
  if (work.do === 'merge') return unmergeEach(context, object, taken);
  if (work.do === 'delete') return (await restoreEach(context, object, taken)).map(told);
  const model = objectNamed(context.registry, object);
  const edits = taken.map(({ record, before, after }) => ({ record, values: before ?? {}, held: after }));
  const outcomes = await editEach(context, model, edits);
  await settleSealed(
    context,
    model,
    taken.map(({ record }) => record),
  );
  return outcomes.map(told);
}

async function restoreEach(
  context: Context,
  object: string,
  taken: readonly TakenRecord[],
): Promise<readonly BulkOutcome[]> {
  const ids = taken.map(({ record }) => record);
  const versions = await versionsOf(context, object, ids);
  const refused = new Map<string, readonly Complaint[]>();
  const untouched = taken.filter(({ record, version }) => versions.get(record) === version);
  for (const { record } of taken.filter((each) => !untouched.includes(each)))
    refused.set(record, [{ field: '', code: 'changedSince' }]);
  await inHalves(
    context,
    untouched,
    async (some) => {
      for (const { record } of some) await restoreRecord(context, object, record);
    },
    ({ record }, problems) => refused.set(record, problems),
  );
  return ids.map((record) => {
    const problems = refused.get(record);
    return problems === undefined ? { record, status: 'changed' } : { record, status: 'failed', problems };
  });
}
