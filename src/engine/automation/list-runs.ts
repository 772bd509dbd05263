import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { runTable } from './run.ts';

/** The latest runs, of one state when given, with the reason of each failure. */
export async function listRuns(context: Context, state: string | undefined): Promise<readonly unknown[]> {
  const rows = await context.database.run(
    `select row_to_json(r) from (select id, automation, object, record, actor, step, state, wake, attempts, reason, started, ended
       from ${runTable(context.workspace.schema)} where $1::text is null or state = $1 order by started desc, id desc limit 200) r`,
    [state ?? null],
  );
  return rows.map(([run]) => JSON.parse(run as string) as unknown);
}

/** Lets a failed run go on with the step at which it failed. */
export async function retryRun(context: Context, id: string, now: string): Promise<void> {
  const rows = await context.database.run(
    `update ${runTable(context.workspace.schema)} set state = 'waiting', attempts = 0, reason = null, ended = null, wake = $2::timestamptz
     where id = $1 and state = 'failed' returning id`,
    [knownId(id), now],
  );
  if (rows.length === 0) throw new Refusal('notFound');
}
