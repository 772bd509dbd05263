import { Refusal } from '#kernel/problem.ts';
import type { Row } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import type { BulkJob, BulkState } from './bulk-job.ts';

type Placed = Pick<Context, 'database' | 'workspace'>;

const columns = `json_build_object('id', id, 'actor', actor, 'impersonator', impersonator, 'object', object, 'work', work, 'state', state,
  'total', total, 'changed', changed, 'unchanged', unchanged, 'failed', failed, 'undone', undone, 'kept', kept,
  'createdAt', created, 'startedAt', started, 'finishedAt', finished, 'problem', problem)`;

/** Days for which it is known what became of each record, and for which it can be taken back. */
const remembered = 30;

export function bulkTable({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.bulk`;
}

export async function insertBulk(context: Context, job: BulkJob): Promise<void> {
  await context.database.run(
    `insert into ${bulkTable(context)} (id, actor, impersonator, object, work, state, created, started, beat)
     values ($1, $2, $3, $4, $5, $7, $6, now(), now())`,
    [
      ...[job.id, job.actor, job.impersonator === null ? null : JSON.stringify(job.impersonator)],
      ...[job.object, JSON.stringify(job.work), job.createdAt, job.state],
    ],
  );
}

/** One of this person's; administrators reach everybody's. */
export async function readBulk(context: Context, id: string): Promise<BulkJob> {
  const [row] = await context.database.run(
    `select ${columns} from ${bulkTable(context)} where id = $1 and (actor = $2 or $3)`,
    [knownId(id), context.actor.id, context.actor.unlimited],
  );
  if (row === undefined) throw new Refusal('notFound');
  return bulkOf(row);
}

/** This person's latest, the newest first. */
export async function listBulk(context: Context): Promise<readonly BulkJob[]> {
  const rows = await context.database.run(
    `select ${columns} from ${bulkTable(context)} where actor = $1 order by created desc, id desc limit 100`,
    [context.actor.id],
  );
  return rows.map(bulkOf);
}

/** Takes the next that waits, or one whose server died while it worked: silent for a minute. */
export async function claimBulk(context: Placed): Promise<BulkJob | undefined> {
  const table = bulkTable(context);
  const [row] = await context.database.run(
    `update ${table} set beat = now(), started = coalesce(started, now()), state = case state when 'queued' then 'running' else state end
     where id = (select id from ${table} where state = 'queued' or (state in ('running', 'undoing') and beat < now() - interval '1 minute')
       order by created limit 1 for update skip locked)
     returning ${columns}`,
  );
  return row && bulkOf(row);
}

/** Lets the next server take it at once. */
export async function releaseBulk(context: Placed, id: string): Promise<void> {
  await context.database.run(
    `update ${bulkTable(context)} set beat = '-infinity' where id = $1 and state in ('running', 'undoing')`,
    [id],
  );
}

/** Holds it until the end of the transaction, so that nobody stops it or works on it meanwhile; tells its state. */
export async function holdBulk(context: Placed, id: string): Promise<BulkState> {
  const [row] = await context.database.run(
    `select state from ${bulkTable(context)} where id = $1 for update`,
    [id],
  );
  return row?.[0] as BulkState;
}

const ends: readonly BulkState[] = ['done', 'cancelled', 'failed', 'undone'];

/** Brings it from one of these states into another; undefined when it is in none of them. */
export async function moveBulk(
  context: Placed,
  id: string,
  from: readonly BulkState[],
  to: BulkState,
  problem: string | null = null,
): Promise<BulkJob | undefined> {
  const [row] = await context.database.run(
    `update ${bulkTable(context)} set state = $2, problem = $3, beat = now(), finished = case when $4 then now() end
     where id = $1 and state = any($5::text[]) returning ${columns}`,
    [id, to, problem, ends.includes(to), from],
  );
  return row && bulkOf(row);
}

/** Forgets what is too old to be taken back. */
export async function forgetOldBulk(context: Placed): Promise<void> {
  await context.database.run(
    `delete from ${bulkTable(context)} where created < now() - interval '${remembered} days' and state not in ('queued', 'running', 'undoing')`,
  );
}

function bulkOf([text]: Row): BulkJob {
  return JSON.parse(text as string) as BulkJob;
}
