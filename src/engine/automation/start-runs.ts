import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { type NewRun, runTable } from './run.ts';

/** How often an automation may start for one record in a minute before it counts as running in a circle. */
const mostInAMinute = 30;

/** How many automations may set each other off in a row. */
const longestChain = 5;

/** Puts runs into the workspace; one that is there already stays as it is, one in a circle, or at the end of too long a chain, is marked as failed. */
export async function startRuns(context: Context, runs: readonly NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  const table = runTable(context.workspace.schema);
  await context.database.run(
    `insert into ${table} (id, automation, object, record, actor, cause, depth, wake, started, state, reason)
     select n.id, n.automation, n.object, n.record, n.actor, n.cause, n.depth, $2::timestamptz, $2::timestamptz,
       case when circle or n.depth > ${longestChain} then 'failed' else 'waiting' end,
       case when circle then 'circle' when n.depth > ${longestChain} then 'chain' end
     from json_to_recordset($1::json) as n(id uuid, automation text, object text, record uuid, actor uuid, cause text, depth integer),
       lateral (select count(*) >= ${mostInAMinute} as circle from ${table} o where o.automation = n.automation
         and o.record = n.record and o.started > $2::timestamptz - interval '1 minute') o
     on conflict (automation, record, cause) do nothing`,
    [JSON.stringify(runs.map((run) => ({ ...run, id: uuidv7() }))), formatInstant(context.now)],
  );
}
