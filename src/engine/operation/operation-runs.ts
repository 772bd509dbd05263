import type { Database } from '../database/database.ts';
import { uuidv7 } from '../database/uuid.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import { failureReason } from './failure-reason.ts';

/** What is done by itself, and of whose failure administrators are told. */
export type ServedKind = 'backup' | 'drill' | 'archive' | 'momentDrill';

export type OperationKind = ServedKind | 'upgrade';

/** Something that was done for the installation as a whole. */
export interface OperationRun {
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: 'running' | 'done' | 'failed';
  readonly started: string;
  readonly ended: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** Does it, and notes that it was begun, how it ended, and why where it failed. */
export async function noted<Facts extends object>(
  database: Database,
  kind: OperationKind,
  work: () => Promise<Facts>,
): Promise<Facts> {
  const id = uuidv7();
  // Of those that still seem to run the server has been killed: only one runs at a time.
  await database.run(
    `update guanxi.operation_run set state = 'failed', ended = clock_timestamp(), reason = 'interrupted' where kind = $1 and state = 'running'`,
    [kind],
  );
  await database.run('insert into guanxi.operation_run (id, kind) values ($1, $2)', [id, kind]);
  const end = (state: 'done' | 'failed', facts: object, reason: string | null) =>
    database.run(
      'update guanxi.operation_run set state = $2, ended = clock_timestamp(), facts = $3, reason = $4 where id = $1',
      [id, state, JSON.stringify(facts), reason],
    );
  try {
    const facts = await tracedJob(kind, work);
    await end('done', facts, null);
    return facts;
  } catch (error) {
    await end('failed', {}, failureReason(error)).catch(() => undefined);
    throw error;
  }
}

/** The latest of each kind, the newest first. */
export async function latestRuns(database: Database, limit = 20): Promise<readonly OperationRun[]> {
  const rows = await database.run(
    `select row_to_json(r) from (select id, kind, state, started, ended, facts, reason from guanxi.operation_run order by started desc, id desc limit ${limit}) r`,
  );
  return rows.map(([run]) => JSON.parse(run as string) as OperationRun);
}
