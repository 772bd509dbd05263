import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import type { BulkJob, BulkRequest } from './bulk-job.ts';
import { takeRecords } from './bulk-records.ts';
import { insertBulk, moveBulk } from './bulk-table.ts';

/** Records that are done at once, while the person waits: one batch. */
export const atOnceLimit = 200;

/** Merges that are done at once: each moves all that belongs to a record. */
const mergesAtOnce = 20;

/**
 * Takes down what is to be done with which records. One with few records is left running, for the caller to do it at
 * once; another waits for its turn.
 */
export function beginBulk(context: Context, request: BulkRequest): Promise<BulkJob> {
  const { actor, now } = context;
  const job: BulkJob = {
    ...{ id: uuidv7(), actor: actor.id ?? '', impersonator: actor.impersonator ?? null },
    ...{ object: request.object, work: request.work, state: 'running' },
    ...{ total: 0, changed: 0, unchanged: 0, failed: 0, undone: 0, kept: 0 },
    ...{ createdAt: formatInstant(now), startedAt: null, finishedAt: null, problem: null },
  };
  return context.database.transaction(async (database) => {
    const inside: Context = { ...context, database };
    await insertBulk(inside, job);
    const total = await takeRecords(inside, job.id, request);
    const most = request.work.do === 'merge' ? mergesAtOnce : atOnceLimit;
    const waiting = total > most ? await moveBulk(inside, job.id, ['running'], 'queued') : undefined;
    return waiting ?? { ...job, total };
  });
}
