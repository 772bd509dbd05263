import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { namesOfRecords } from '../records/names-of-records.ts';
import { knownId } from '../records/read.ts';
import { roundTable } from './loop/round-table.ts';
import { runTable } from './run.ts';
import type { WayTaken } from './settle-run.ts';

/** A run as those who look after automations see it. */
export interface ListedRun {
  readonly id: string;
  readonly automation: string;
  readonly object: string;
  readonly record: string;
  readonly state: string;
  readonly reason: string | null;
  /** What was refused, where it failed for that. */
  readonly complaints: readonly Complaint[] | null;
  /** Which way it went at each branch that it came to. */
  readonly ways: readonly WayTaken[];
  /** How its loops have come along, and the first records that failed. */
  readonly loops: readonly LoopCame[];
}

/** How a loop has come along. */
export interface LoopCame {
  readonly step: string;
  readonly object: string | null;
  /** How many records it found, be they more than it goes over. */
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  readonly waiting: number;
  readonly failed: number;
  readonly failures: readonly ListedRound[];
}

/** What became of a record of a loop. */
export interface ListedRound {
  readonly place: number;
  readonly object: string;
  readonly record: string;
  readonly state: string;
  readonly reason: string | null;
  readonly complaints: readonly Complaint[] | null;
}

/** Failures of a loop that are told with its run. */
const failuresTold = 3;
/** Rounds told at a time. */
const roundPage = 100;

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
  const rounds = `from ${roundTable(context)} o where o.run = r.id and o.step = l.key`;
  const counts = ['done', 'skipped', 'waiting', 'failed'].map(
    (each) => `'${each}', count(*) filter (where o.state = '${each}')`,
  );
  const loops = `(select coalesce(json_agg((select json_build_object('step', l.key, 'total', l.value::int, 'object', min(o.object), ${counts.join(', ')},
      'failures', coalesce((select json_agg(f) from (select ${roundColumns} ${rounds} and o.state = 'failed' order by o.place limit ${failuresTold}) f), '[]')) ${rounds})
    order by l.key), '[]') from jsonb_each_text(r.loops) l) as loops`;
  const rows = await context.database.run(
    `select row_to_json(r) from (select id, automation, object, record, actor, step, state, wake, attempts, reason, complaints, ways, started, ended, ${loops}
       from ${runTable(context.workspace.schema)} r where ($1::text is null or state = $1) and ($2::text is null or automation = $2)
       order by started desc, id desc limit 200) r`,
    [state ?? null, automation ?? null],
  );
  return rows.map(([run]) => JSON.parse(run as string) as ListedRun);
}

/** Over which records a loop of a run went and what became of them, those that failed first, from the one after a place of the list. */
export async function listRounds(
  context: Context,
  run: string,
  step: string,
  offset: number,
): Promise<{ readonly rounds: readonly ListedRound[]; readonly more: boolean }> {
  const rows = await context.database.run(
    `select row_to_json(f) from (select ${roundColumns} from ${roundTable(context)} o where run = $1 and step = $2
       order by state <> 'failed', place offset $3 limit ${roundPage + 1}) f`,
    [knownId(run), step, offset],
  );
  const rounds = rows.map(([row]) => JSON.parse(row as string) as ListedRound);
  return { rounds: rounds.slice(0, roundPage), more: rounds.length > roundPage };
}

const roundColumns = 'o.place, o.object, o.record, o.state, o.reason, o.complaints';

/** What records of loops are called; those in the bin are not. */
export async function namesInRounds(
  context: Context,
  rounds: readonly ListedRound[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const name of new Set(rounds.map(({ object }) => object))) {
    const object = context.registry.objects.get(name);
    if (object === undefined) continue;
    const ids = rounds.flatMap((round) => (round.object === name ? [round.record] : []));
    for (const [id, called] of await namesOfRecords(context, object, ids)) names.set(id, called);
  }
  return names;
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
