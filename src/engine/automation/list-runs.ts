import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { namesOfRecords } from '../records/names-of-records.ts';
import { knownId } from '../records/read.ts';
import { runTable } from './run.ts';
import type { WayTaken } from './settle-run.ts';

/** A run as those who look after automations see it. */
export interface ListedRun {
  readonly id: string;
  readonly automation: string;
  readonly object: string;
  readonly record: string;
  readonly reason: string | null;
  /** What was refused, where it failed for that. */
  readonly complaints: readonly Complaint[] | null;
  /** Which way it went at each branch that it came to. */
  readonly ways: readonly WayTaken[];
}

/** Which runs are asked for: of one state, or of one automation, or all. */
export interface RunsAsked {
  readonly state: string | undefined;
  readonly automation: string | undefined;
}

/** The latest runs, with the reason of each failure. */
export async function listRuns(
  context: Context,
  { state, automation }: RunsAsked,
): Promise<readonly ListedRun[]> {
  const rows = await context.database.run(
    `select row_to_json(r) from (select id, automation, object, record, actor, step, state, wake, attempts, reason, complaints, ways, started, ended
       from ${runTable(context.workspace.schema)} where ($1::text is null or state = $1) and ($2::text is null or automation = $2)
       order by started desc, id desc limit 200) r`,
    [state ?? null, automation ?? null],
  );
  return rows.map(([run]) => JSON.parse(run as string) as ListedRun);
}

/** What the records of runs of one automation are called; those in the bin are not. */
export async function namesInRuns(
  context: Context,
  runs: readonly ListedRun[],
): Promise<ReadonlyMap<string, string>> {
  const object = context.registry.objects.get(runs[0]?.object ?? '');
  if (object === undefined) return new Map();
  return namesOfRecords(
    context,
    object,
    runs.map(({ record }) => record),
  );
}

/** Lets a failed run go on with the step at which it failed. */
export async function retryRun(context: Context, id: string, now: string): Promise<void> {
  const rows = await context.database.run(
    `update ${runTable(context.workspace.schema)} set state = 'waiting', attempts = 0, reason = null, complaints = null, ended = null, wake = $2::timestamptz
     where id = $1 and state = 'failed' returning id`,
    [knownId(id), now],
  );
  if (rows.length === 0) throw new Refusal('notFound');
}
