import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { objectNamed } from '#kernel/registry.ts';
import { compile } from '../expression/compile.ts';
import { foundBy } from '../search/found-by.ts';
import { queryTokens } from '../search/tokens.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { badCursor, cursorKey, orderBy, partsOf, readCursor, sortKey, writeCursor } from './cursor.ts';
import { type FewSeen, fewSeen, waysTo } from './few-seen.ts';
import {
  type ListQuery,
  limitOf,
  marksOf,
  type Order,
  ordersOf,
  selectionOf,
  whereOf,
} from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import { recordJson } from './record-json.ts';
import { Scope } from './scope.ts';
import { seenInOrder, sizesOfCircles } from './seen-in-order.ts';
import { isSearched } from './stored-rows.ts';

/** One page, its records as a JSON array, as it goes out. */
export interface Page {
  readonly records: Buffer;
  /** How many they are. */
  readonly length: number;
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
  /** All that match, when asked for. */
  readonly count?: number;
}

const plans = new PlanCache<Statement>();

/**
 * Reads a page of records that the actor may see: one statement with its joined names, rights and count. Another follows
 * for somebody who stands in the lists of so many records that what he sees is not found by these.
 */
export async function listRecords(context: Context, objectName: string, query: ListQuery): Promise<Page> {
  const key = `${objectName}?${JSON.stringify(query)}&${sizesOfCircles(context.actor)}`;
  const read = async (found: boolean) => {
    const plan = plans.get(context, found ? key : `${key}!`, () =>
      listPlan(context, objectNamed(context.registry, objectName), query, found),
    );
    const [row] = await context.database
      .bytes(plan.text, bind(plan, bindingOf(context)))
      .catch((error) => refuseCursor(query, error));
    return row ?? [];
  };
  const page = await read(true);
  const [records, next, count, length] = String(page[4]) === 'f' ? await read(false) : page;
  return {
    records: records ?? Buffer.from('[]'),
    length: Number(length ?? 0),
    ...(next ? { next: writeCursor(next) } : {}),
    ...(query.count === true ? { count: Number(count) } : {}),
  };
}

/** The records of a page, read. */
export function recordsIn<Shape>({ records }: Page): readonly Shape[] {
  return JSON.parse(records.toString());
}

/** A cursor that somebody wrote himself may hold values that are none of the fields'. */
function refuseCursor({ cursor }: ListQuery, error: unknown): never {
  if (cursor !== undefined && /^22/.test((error as { code?: string }).code ?? '')) throw badCursor();
  throw error;
}

/** With `found`, what the actor sees is found by the reasons for it where that can be, and the last column tells whether it is all. */
function listPlan(context: Context, object: ObjectModel, query: ListQuery, found: boolean): Statement {
  const limit = limitOf(query.limit);
  const [last, more] = [raw(String(limit)), raw(String(limit + 1))];
  const orders = ordersOf(context, object, query.sort);
  const seen = found ? seenInOrder(context, object, query) : undefined;
  const few = seen === undefined ? fewSeen(context, object, query) : undefined;
  // What is shown of other records is looked up for the page alone.
  const page = sql`(${seen?.page(more) ?? pageOf(context, object, query, { orders, few, more })}) t`;
  const shown = new Scope(context, object, 't').gathering().joined();
  // Nothing that is merely kept opens a record: what was found by it is asked of each.
  const seenAgain = seen === undefined ? raw('') : sql` where ${shown.condition('read')}`;
  const marks = marksOf(context, object, query.marks).map((mark) => compile(mark, shown));
  const record = recordJson(shown, selectionOf(context, object, query.select), marks);
  const key = orders.map(({ path }, index) => sql`${sortKey(shown, path)} as ${keyColumn(index)}`);
  const ordered = orderBy(shown, orders);
  const rows = sql`select ${join([sql`${record}::text as record`, ...key, raw('t.id as id')], ', ')} from ${page}${shown.joins()}${seenAgain} order by ${ordered}`;
  const counted = query.count === true ? (seen?.count ?? countOf(context, object, query, few)) : raw('null');
  // One more than the page is read to know whether there is a next one, which begins after the page's last.
  return compileStatement(sql`${(few ?? seen)?.tables ?? raw('')}select '[' || string_agg(record, ',') filter (where n <= ${last}) || ']',
    case when count(*) > ${last} then max(${cursorKey(orders.map((_, index) => keyColumn(index)))}) filter (where n = ${last}) end, (${counted}), least(count(*), ${last}), ${seen?.whole ?? raw('true')}
    from (select *, row_number() over () as n from (${rows}) r) p`);
}

/** The rows of a page and one more, of each of the ways to them and the parts in which an index has them. */
function pageOf(
  context: Context,
  object: ObjectModel,
  query: ListQuery,
  {
    orders,
    few,
    more,
  }: { readonly orders: readonly Order[]; readonly few: FewSeen | undefined; readonly more: Fragment },
): Fragment {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, orders.length);
  const pages = waysTo(context, object, few).flatMap(({ scope, from, when }) =>
    partsOf(scope, orders, after).map(({ follows, order }) => {
      const matching = join([...when, filter(context, scope, query), follows], ' and ');
      return sql`(select t.* from ${from}${scope.joins()} where ${matching} order by ${order} limit ${more})`;
    }),
  );
  return join(pages, ' union all ');
}

function keyColumn(index: number): Fragment {
  return raw(`key${index}`);
}

/** What must hold for a row to be in the list, rights included. */
export function filter(
  context: Context,
  scope: Scope,
  query: Pick<ListQuery, 'where' | 'q' | 'bin'>,
): Fragment {
  const conditions = [
    scope.condition('read', query.bin === true ? 'bin' : 'live'),
    compile(whereOf(context, scope.object, query.where), scope),
  ];
  const tokens = query.q === undefined ? [] : queryTokens(query.q);
  if (query.q !== undefined && query.q.trim() !== '') {
    if (!isSearched(scope.object)) throw new Refusal('invalid', [{ field: 'q', code: 'notSearchable' }]);
    conditions.push(tokens.length === 0 ? raw('false') : foundBy(scope, sql`${tsquery(tokens)}::tsquery`));
  }
  return join(
    conditions.filter((condition) => condition.texts.join('') !== 'true'),
    ' and ',
  );
}

/** Every token must begin a word of the record. */
export function tsquery(tokens: readonly string[]): string {
  return tokens.map((token) => `'${token.replaceAll("'", "''").replaceAll('\\', '\\\\')}':*`).join(' & ');
}

function countOf(
  context: Context,
  object: ObjectModel,
  query: ListQuery,
  few: FewSeen | undefined,
): Fragment {
  const counts = waysTo(context, object, few).map(({ scope, from, when }) => {
    const matching = join([...when, filter(context, scope, query)], ' and ');
    return sql`(select count(*) from ${from}${scope.joins()} where ${matching})`;
  });
  return join(counts, ' + ');
}
