import type { Row } from '../../database/database.ts';
import type { Context } from '../../records/context.ts';
import { quoted } from '../../sql/fragment.ts';

type Placed = Pick<Context, 'database' | 'workspace'>;

export type LookState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed';

/** The latest look for duplicates among all records of an object. */
export interface DuplicateLook {
  readonly object: string;
  readonly state: LookState;
  /** Who asked for it; null where it came by itself. */
  readonly asker: string | null;
  /** How far it is, from 0 to 1. */
  readonly done: number;
  /** Compared, and found to be perhaps one, by the last that came to its end. */
  readonly records: number;
  readonly pairs: number;
  /** When the last that came to its end began: it knows what was there then. */
  readonly seen: string | null;
  readonly finishedAt: string | null;
  readonly problem: string | null;
}

const columns = `json_build_object('object', object, 'state', state, 'asker', asker, 'done', done, 'records', records,
  'pairs', pairs, 'seen', seen, 'finishedAt', finished, 'problem', problem)`;

export function reviewTable(
  { workspace }: Pick<Context, 'workspace'>,
  name: 'look' | 'pair' | 'verdict',
): string {
  return `${quoted(workspace.schema)}.duplicate_${name}`;
}

/** Has all records of these objects looked through; one that waits or is under way already is left to it. */
export async function queueLooks(
  context: Placed,
  objects: readonly string[],
  asker: string | null,
): Promise<void> {
  const table = reviewTable(context, 'look');
  await context.database.run(
    `insert into ${table} as l (object, state, asker) select unnest($1::text[]), 'queued', $2::uuid
     on conflict (object) do update set state = 'queued', asker = excluded.asker, done = 0, problem = null
     where l.state not in ('queued', 'running')
       and ($2::uuid is not null or l.finished is null or l.finished < now() - interval '20 hours')`,
    [objects, asker],
  );
}

export async function readLooks(
  context: Placed,
  objects: readonly string[],
): Promise<ReadonlyMap<string, DuplicateLook>> {
  const rows = await context.database.run(
    `select ${columns} from ${reviewTable(context, 'look')} where object = any($1::text[])`,
    [objects],
  );
  return new Map(rows.map(lookOf).map((look) => [look.object, look]));
}

/** Takes the next that waits, or one whose server died while it looked: silent for a minute. */
export async function claimLook(context: Placed): Promise<DuplicateLook | undefined> {
  const table = reviewTable(context, 'look');
  const [row] = await context.database.run(
    `update ${table} set state = 'running', done = 0, beat = now(), started = now()
     where object = (select object from ${table} where state = 'queued' or (state = 'running' and beat < now() - interval '1 minute')
       order by object limit 1 for update skip locked)
     returning ${columns}`,
  );
  return row && lookOf(row);
}

/** Lets the next server take it at once. */
export async function releaseLook(context: Placed, object: string): Promise<void> {
  await context.database.run(
    `update ${reviewTable(context, 'look')} set beat = '-infinity' where object = $1 and state = 'running'`,
    [object],
  );
}

/** Says how far it is; false when somebody has stopped it. */
export async function tellProgress(context: Placed, object: string, done: number): Promise<boolean> {
  const rows = await context.database.run(
    `update ${reviewTable(context, 'look')} set beat = now(), done = $2 where object = $1 and state = 'running' returning 1`,
    [object, done],
  );
  return rows.length > 0;
}

/** Ends it without a result; what an earlier look found stays. */
export async function endLook(
  context: Placed,
  object: string,
  state: 'cancelled' | 'failed' | 'done',
  problem: string | null = null,
): Promise<void> {
  await context.database.run(
    `update ${reviewTable(context, 'look')} set state = $2, problem = $3, finished = now()
     where object = $1 and state in ('queued', 'running')`,
    [object, state, problem],
  );
}

function lookOf([text]: Row): DuplicateLook {
  return JSON.parse(text as string) as DuplicateLook;
}
