import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { chosenPairs, groupArguments, mergeGroups } from '../duplicates/review/groups.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { filter } from '../records/list.ts';
import { Scope } from '../records/scope.ts';
import { argument, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import type { BulkOutcome, BulkRequest } from './bulk-job.ts';
import { bulkTable } from './bulk-table.ts';

/** The most records that are taken at a time. */
export const bulkLimit = 100_000;

export function recordTable({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.bulk_record`;
}

/**
 * Writes down which records these are, those that the actor may read, in one statement: what comes to match later is
 * none of them. Gives how many they are.
 */
export async function takeRecords(context: Context, id: string, request: BulkRequest): Promise<number> {
  const { object: name, work } = request;
  const object = objectNamed(context.registry, name);
  const scope = new Scope(context, object, 't');
  const [first, taken] =
    work.do === 'merge'
      ? [
          sql`${chosenPairs(context, object, work)}, `,
          sql`(bulk, record, before) select ${argument('bulk')}::uuid, g.one, jsonb_build_object('with', g.others) from (${mergeGroups(context)}) g`,
        ]
      : [
          raw(''),
          sql`(bulk, record) select ${argument('bulk')}::uuid, t.id from ${scope.table()} t${scope.joins()} where ${filter(context, scope, request)}`,
        ];
  const statement = compileStatement(
    sql`with ${first}taken as (insert into ${raw(recordTable(context))} ${taken} limit ${raw(String(bulkLimit + 1))} returning 1)
      update ${raw(bulkTable(context))} set total = (select count(*) from taken) where id = ${argument('bulk')}::uuid returning total`,
  );
  const asked = work.do === 'merge' ? groupArguments(context, object, work) : {};
  const [row] = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, { bulk: id, ...asked })),
  );
  const total = Number(row?.[0]);
  if (total > bulkLimit)
    throw new Refusal('invalid', [{ field: 'where', code: 'tooMany', parameters: { most: bulkLimit } }]);
  return total;
}

/** A record to work on, with what was kept of it. */
export interface TakenRecord {
  readonly record: string;
  readonly version: number | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** The next of those of which this became. */
export async function nextRecords(
  context: Context,
  id: string,
  status: 'waiting' | 'changed',
  most: number,
): Promise<readonly TakenRecord[]> {
  const rows = await context.database.run(
    `select row_to_json(r) from (select record, version, before, after from ${recordTable(context)}
       where bulk = $1 and status = $2 order by record limit ${most}) r`,
    [id, status],
  );
  return rows.map(([text]) => JSON.parse(text as string) as TakenRecord);
}

/** Writes down what became of records and how far the whole is, in the transaction that did it. */
export async function noteOutcomes(
  context: Context,
  id: string,
  outcomes: readonly BulkOutcome[],
): Promise<void> {
  const of = (status: BulkOutcome['status']) => outcomes.filter((each) => each.status === status).length;
  await context.database.run(
    `with noted as (update ${recordTable(context)} r set status = x.status, version = coalesce(x.version, r.version),
         before = coalesce(x.before, r.before), after = coalesce(x.after, r.after), problems = x.problems
       from json_to_recordset($2::json) as x(record uuid, status text, version int, before jsonb, after jsonb, problems jsonb)
       where r.bulk = $1 and r.record = x.record)
     update ${bulkTable(context)} set beat = now(), changed = changed + $3, unchanged = unchanged + $4, failed = failed + $5,
       undone = undone + $6, kept = kept + $7 where id = $1`,
    [
      ...[id, JSON.stringify(outcomes)],
      ...(['changed', 'unchanged', 'failed', 'undone', 'kept'] as const).map(of),
    ],
  );
}
