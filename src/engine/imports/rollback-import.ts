import type { Refusal } from '#kernel/problem.ts';
import { uuidv7 } from '../database/uuid.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { appendEvents } from '../records/event-rows.ts';
import { tableOf } from '../records/table.ts';
import { updateRecord } from '../records/update.ts';
import { argument, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import type { ImportJob } from './import-job.ts';
import { rowTable, saveImport } from './import-table.ts';
import { orderOfFiles } from './order-files.ts';
import { attempt } from './write-batch.ts';

const batchSize = 1000;

/**
 * Takes back what an import did, the files in reverse: records that it created go to the bin, records that it changed
 * get their old values. Whatever somebody has changed since stays as it is and is counted as kept.
 */
export async function rollbackImport(context: Context, job: ImportJob): Promise<ImportJob> {
  let state = job;
  for (const place of orderOfFiles(context, job.files).toReversed()) {
    let kept = 0;
    for (;;) {
      const done = await context.database.transaction(async (database) => {
        const inside: Context = { ...context, database, now: Date.now() };
        const rows = await nextRows(inside, job.id, place);
        if (rows.length === 0) return false;
        kept += await takeBack(inside, job.files[place]?.object ?? '', rows);
        await settle(inside, job.id, place, rows);
        return true;
      });
      if (!done) break;
    }
    const files = state.files.map((file, index) => (index === place ? { ...file, kept } : file));
    state = { ...state, files };
    await saveImport(context, state);
  }
  return { ...state, state: 'rolledBack' };
}

interface LoggedRow {
  readonly row: number;
  readonly status: string;
  readonly record: string;
  readonly version: number;
  readonly before: Readonly<Record<string, unknown>> | null;
}

async function nextRows(context: Context, id: string, file: number): Promise<readonly LoggedRow[]> {
  const rows = await context.database.run(
    `select row_to_json(r) from (select row, status, record, version, before from ${rowTable(context)}
       where import = $1 and file = $2 and status in ('created', 'updated') order by row desc limit ${batchSize}) r`,
    [id, file],
  );
  return rows.map(([text]) => JSON.parse(text as string) as LoggedRow);
}

async function settle(context: Context, id: string, file: number, rows: readonly LoggedRow[]): Promise<void> {
  await context.database.run(
    `update ${rowTable(context)} set status = 'rolledBack' where import = $1 and file = $2 and row = any($3::int[])`,
    [id, file, rows.map(({ row }) => row)],
  );
}

/** Returns how many records were left as they are. */
async function takeBack(context: Context, object: string, rows: readonly LoggedRow[]): Promise<number> {
  const created = rows.filter(({ status }) => status === 'created');
  const binned = await bin(context, object, created);
  let kept = created.length - binned;
  for (const { status, record, before, version } of rows) {
    if (status !== 'updated' || before === null) continue;
    const refusal: Refusal | undefined = await attempt(context, () =>
      updateRecord(context, object, record, before, version),
    );
    if (refusal !== undefined) kept++;
  }
  return kept;
}

/** Puts records into the bin that nobody has changed since, in one statement with their entries in the log. */
async function bin(context: Context, object: string, rows: readonly LoggedRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { table } = tableOf(context, object);
  const statement =
    compileStatement(sql`with i as (select * from json_to_recordset(${argument('rows')}::json) as x(record uuid, version int)),
    w as (update ${table} t set version = t.version + 1, "updatedAt" = ${{ slot: 'now' }}::timestamptz, "updatedBy" = ${{ slot: 'actor' }}::uuid,
        "deletedAt" = ${{ slot: 'now' }}::timestamptz, "deletedWith" = ${argument('batch')}::uuid
      from i where t.id = i.record and t.version = i.version and t."deletedAt" is null returning t.id),
    e as (${appendEvents(context, object, 'w')}) select count(*) from w`);
  const events = rows.map(({ record, version }) => ({
    record,
    version: version + 1,
    kind: 'deleted',
    changes: {},
  }));
  const binding = bindingOf(context, {
    rows: JSON.stringify(rows.map(({ record, version }) => ({ record, version }))),
    batch: uuidv7(),
    events: JSON.stringify(events),
  });
  const [row] = await context.database.run(statement.text, bind(statement, binding));
  return Number(row?.[0] ?? 0);
}
