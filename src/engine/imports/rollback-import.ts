import type { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { uuidv7 } from '../database/uuid.ts';
import { attempt } from '../records/attempt.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { appendEvents } from '../records/event-rows.ts';
import { amountOf, inputRows, inputText } from '../records/input-rows.ts';
import { keepTotals } from '../records/kept-totals.ts';
import { removeRecord } from '../records/remove.ts';
import { tableOf } from '../records/table.ts';
import { updateRecord } from '../records/update.ts';
import { settleSealed } from '../sealing/settle-sealed.ts';
import { argument, quoted, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import type { ImportJob } from './import-job.ts';
import { madeTable, rowTable, saveImport } from './import-table.ts';
import { orderOfFiles } from './order-files.ts';

const batchSize = 1000;

/**
 * Takes back what an import did, the files in reverse: records that it created go to the bin, records that it changed
 * get their old values. Whatever somebody has changed since stays as it is and is counted as kept.
 */
export async function rollbackImport(context: Context, job: ImportJob): Promise<ImportJob> {
  let state = job;
  const tellKept = (place: number, more: number): ImportJob => {
    const files = state.files.map((file, index) =>
      index === place ? { ...file, kept: (file.kept ?? 0) + more } : file,
    );
    return { ...state, files };
  };
  /** Until nothing is left to do; each step with its account in one transaction. */
  const whileAny = async (place: number, step: (inside: Context) => Promise<number | undefined>) => {
    for (let any = true; any; )
      any = await context.database.transaction(async (database) => {
        const inside: Context = { ...context, database, now: Date.now() };
        const kept = await step(inside);
        if (kept === undefined) return false;
        state = tellKept(place, kept);
        await saveImport(inside, state);
        return true;
      });
  };
  for (const place of orderOfFiles(context, job.files).toReversed())
    await whileAny(place, async (inside) => {
      const rows = await nextRows(inside, job.id, place);
      if (rows.length === 0) return undefined;
      const kept = await takeBack(inside, job.files[place]?.object ?? '', rows);
      await settle(inside, job.id, place, rows);
      return kept;
    });
  for (const place of job.files.keys())
    await whileAny(place, async (inside) => {
      const made = await nextMade(inside, job.id, place);
      const [object] = made.map((each) => each.object);
      return object === undefined ? undefined : bin(inside, object, made).then((gone) => made.length - gone);
    });
  return { ...state, state: 'rolledBack' };
}

/** Takes up records of one object that came to be because rows named them. */
async function nextMade(
  context: Context,
  id: string,
  file: number,
): Promise<readonly (Version & { readonly object: string })[]> {
  const rows = await context.database.run(
    `delete from ${madeTable(context)} where import = $1 and file = $2 and record in (
       select record from ${madeTable(context)} where import = $1 and file = $2 and object = (
         select object from ${madeTable(context)} where import = $1 and file = $2 limit 1) limit ${batchSize})
     returning object, record`,
    [id, file],
  );
  return rows.map(([object, record]) => ({ object: object as string, record: record as string, version: 1 }));
}

/** A record as the import left it. */
interface Version {
  readonly record: string;
  readonly version: number;
}

interface LoggedRow extends Version {
  readonly row: number;
  readonly status: string;
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
  await settleSealed(
    context,
    objectNamed(context.registry, object),
    rows.map(({ record }) => record),
  );
  return kept;
}

/** Puts records into the bin that nobody has changed since. Returns how many went there. */
async function bin(context: Context, object: string, rows: readonly Version[]): Promise<number> {
  const held = await referredTo(
    context,
    object,
    rows.map(({ record }) => record),
  );
  // Undoing one's own import needs no right to delete what others may have.
  const undoing: Context = { ...context, actor: { ...context.actor, unlimited: true } };
  let gone = await binAtOnce(
    context,
    object,
    rows.filter(({ record }) => !held.has(record)),
  );
  for (const { record, version } of rows.filter((each) => held.has(each.record))) {
    const refusal = await attempt(context, () => removeRecord(undoing, object, record, version));
    if (refusal === undefined) gone++;
  }
  return gone;
}

/** Records among these that live records are part of or hold on to: what becomes of those is deletion's own matter. */
async function referredTo(
  context: Context,
  objectName: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const { object, name, field } of objectNamed(context.registry, objectName).inverses) {
    if (field.type !== 'reference' || field.onDelete === 'clear') continue;
    const { text } = tableOf(context, object);
    const column = quoted(name);
    const rows = await context.database.run(
      `select distinct ${column} from ${text} where ${column} = any($1::uuid[]) and "deletedAt" is null`,
      [ids],
    );
    for (const [id] of rows) held.add(id as string);
  }
  return held;
}

/** One statement with the entries in the log. */
async function binAtOnce(context: Context, object: string, rows: readonly Version[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { table } = tableOf(context, object);
  const amount = amountOf(rows);
  const statement =
    compileStatement(sql`with i as (select * from ${inputRows(amount, 'rows', 'x', ['record uuid', 'version int'])}),
    w as (update ${table} t set version = t.version + 1, "updatedAt" = ${{ slot: 'now' }}::timestamptz, "updatedBy" = ${{ slot: 'actor' }}::uuid,
        "deletedAt" = ${{ slot: 'now' }}::timestamptz, "deletedWith" = ${argument('batch')}::uuid
      from i where t.id = i.record and t.version = i.version and t."deletedAt" is null returning t.id),
    e as (${appendEvents(context, object, 'w', amount)}) select count(*) from w`);
  const events = rows.map(({ record, version }) => ({
    record,
    version: version + 1,
    kind: 'deleted',
    changes: {},
  }));
  const binding = bindingOf(context, {
    rows: inputText(rows.map(({ record, version }) => ({ record, version }))),
    batch: uuidv7(),
    events: inputText(events),
  });
  const [row] = await context.database.run(statement.text, bind(statement, binding));
  await keepTotals(
    context,
    objectNamed(context.registry, object),
    rows.map(({ record }) => record),
  );
  return Number(row?.[0] ?? 0);
}
