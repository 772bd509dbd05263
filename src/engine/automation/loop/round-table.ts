import type { Complaint } from '#kernel/problem.ts';
import type { Context } from '../../records/context.ts';
import { quoted } from '../../sql/fragment.ts';
import { runTable } from '../run.ts';
import type { LoopRecords } from './records-of-loop.ts';

type Place = Pick<Context, 'database' | 'workspace'>;

/** A loop of a run: the step by its key, or by its place where it has none. */
export interface LoopOfRun {
  readonly run: string;
  readonly step: string;
}

/** What became of a record of a loop. */
export interface Round {
  readonly record: string;
  readonly state: 'done' | 'skipped' | 'failed';
  readonly reason?: string;
  readonly complaints?: readonly Complaint[];
}

/** The rounds of a loop that come next. */
export interface NextRounds {
  readonly records: readonly string[];
  /** Whether others follow them. */
  readonly more: boolean;
  /** Whether one before them has failed. */
  readonly failed: boolean;
}

export function roundTable({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.automation_round`;
}

/** Writes down over which records a loop goes, and how many it found. */
export async function beginRounds(
  context: Place,
  { run, step }: LoopOfRun,
  object: string,
  { ids, total }: LoopRecords,
): Promise<void> {
  await context.database.run(
    `with rounds as (insert into ${roundTable(context)} (run, step, place, object, record)
       select $1::uuid, $2, place, $3, record from unnest($4::uuid[]) with ordinality found(record, place))
     update ${runTable(context.workspace.schema)} set loops = loops || jsonb_build_object($2::text, $5::int) where id = $1::uuid`,
    [run, step, object, ids, total],
  );
}

/** The next rounds, at most so many. */
export async function nextRounds(
  context: Place,
  { run, step }: LoopOfRun,
  most: number,
): Promise<NextRounds> {
  const table = roundTable(context);
  const rows = await context.database.run(
    `select record, exists (select 1 from ${table} where run = $1::uuid and step = $2 and state = 'failed') from ${table}
     where run = $1::uuid and step = $2 and state = 'waiting' order by place limit ${most + 1}`,
    [run, step],
  );
  const records = rows.slice(0, most).map(([record]) => record as string);
  return { records, more: rows.length > most, failed: rows[0]?.[1] === 't' };
}

/** Has those that failed wait for another try; gives how many they are. */
export async function reviveRounds(context: Place, { run, step }: LoopOfRun): Promise<number> {
  const rows = await context.database.run(
    `update ${roundTable(context)} set state = 'waiting', reason = null, complaints = null
     where run = $1::uuid and step = $2 and state = 'failed' returning place`,
    [run, step],
  );
  return rows.length;
}

/** Writes down what became of rounds. */
export async function noteRounds(
  context: Place,
  { run, step }: LoopOfRun,
  rounds: readonly Round[],
): Promise<void> {
  await context.database.run(
    `update ${roundTable(context)} r set state = n.state, reason = n.reason, complaints = n.complaints
     from json_to_recordset($3::json) n(record uuid, state text, reason text, complaints jsonb)
     where r.run = $1::uuid and r.step = $2 and r.record = n.record`,
    [run, step, JSON.stringify(rounds)],
  );
}
