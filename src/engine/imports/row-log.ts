import type { Context } from '../records/context.ts';
import type { RowOutcome } from './import-rows.ts';
import { madeTable, rowTable } from './import-table.ts';
import type { Linked } from './link-own.ts';

/** Notes what became of rows, in the transaction that did it. */
export async function logRows(
  context: Context,
  id: string,
  file: number,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  await context.database.run(
    `insert into ${rowTable(context)} (import, file, row, status, record, version, before, problems)
     select $1, $2, x.row, x.status, x.record, x.version, x.before, x.problems
     from json_to_recordset($3::json) as x(row int, status text, record uuid, version int, before jsonb, problems jsonb)`,
    [id, file, JSON.stringify(outcomes)],
  );
}

/** Notes that records were written once more, and what went wrong with it. */
export async function logLinks(
  context: Context,
  id: string,
  file: number,
  linked: readonly Linked[],
): Promise<void> {
  await context.database.run(
    `update ${rowTable(context)} r set version = coalesce(x.version, r.version),
       before = case when r.status = 'updated' then coalesce(x.before, '{}') || coalesce(r.before, '{}') end,
       problems = case when jsonb_array_length(x.problems) > 0 then coalesce(r.problems, '[]') || x.problems else r.problems end
     from json_to_recordset($3::json) as x(row int, version int, before jsonb, problems jsonb)
     where r.import = $1 and r.file = $2 and r.row = x.row`,
    [id, file, JSON.stringify(linked)],
  );
}

/** Notes records that came to be because rows name them. */
export async function logMade(
  context: Context,
  id: string,
  file: number,
  object: string,
  records: readonly string[],
): Promise<void> {
  await context.database.run(
    `insert into ${madeTable(context)} (import, file, object, record) select $1, $2, $3, unnest($4::uuid[])`,
    [id, file, object, records],
  );
}

/** Rows of a file that are dealt with already, for an import that goes on after its server died. */
export async function loggedRows(context: Context, id: string, file: number): Promise<ReadonlySet<number>> {
  const rows = await context.database.run(
    `select row from ${rowTable(context)} where import = $1 and file = $2`,
    [id, file],
  );
  return new Set(rows.map(([row]) => Number(row)));
}

/** The records that rows of a file became or changed. */
export async function recordsOfRows(
  context: Context,
  id: string,
  file: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await context.database.run(
    `select row, record from ${rowTable(context)} where import = $1 and file = $2 and status in ('created', 'updated')`,
    [id, file],
  );
  return new Map(rows.map(([row, record]) => [Number(row), record as string]));
}
