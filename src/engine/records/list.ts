import type { ObjectModel } from '#kernel/registry.ts';
import { objectNamed } from '#kernel/registry.ts';
import { compile } from '../expression/compile.ts';
import { foundBy } from '../search/found-by.ts';
import { queryTokens } from '../search/tokens.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { after, badCursor, cursorKey, orderBy, readCursor, writeCursor } from './cursor.ts';
import { type ListQuery, limitOf, ordersOf, selectionOf, whereOf } from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import { recordJson } from './record-json.ts';
import { Scope } from './scope.ts';

/** One page: each record as JSON text, as it goes out. */
export interface Page {
  readonly records: readonly string[];
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
  /** All that match, when asked for. */
  readonly count?: number;
}

interface ListPlan {
  readonly statement: Statement;
  readonly limit: number;
}

const plans = new PlanCache<ListPlan>();

/** Reads a page of records that the actor may see: one statement with its joined names, rights and count. */
export async function listRecords(context: Context, objectName: string, query: ListQuery): Promise<Page> {
  const plan = plans.get(context, `${objectName}?${JSON.stringify(query)}`, () =>
    listPlan(context, objectNamed(context.registry, objectName), query),
  );
  const rows = await context.database
    .run(plan.statement.text, bind(plan.statement, bindingOf(context)))
    .catch((error) => refuseCursor(query, error));
  const page = rows.slice(0, plan.limit);
  const last = page.at(-1);
  return {
    records: page.map((row) => row[0] as string),
    ...(rows.length > plan.limit && last ? { next: writeCursor(last[1] as string) } : {}),
    ...(query.count === true
      ? { count: Number(rows[0]?.[2] ?? (await countAlone(context, objectName, query))) }
      : {}),
  };
}

/** A cursor that somebody wrote himself may hold values that are none of the fields'. */
function refuseCursor({ cursor }: ListQuery, error: unknown): never {
  if (cursor !== undefined && /^22/.test((error as { code?: string }).code ?? '')) throw badCursor();
  throw error;
}

function listPlan(context: Context, object: ObjectModel, query: ListQuery): ListPlan {
  const scope = new Scope(context, object, 't');
  const limit = limitOf(query.limit);
  const orders = ordersOf(context, object, query.sort);
  const record = recordJson(scope, selectionOf(context, object, query.select));
  const matching = filter(context, scope, query);
  const counted = query.count === true ? sql`, (${countOf(context, object, query)})` : raw('');
  const from =
    query.cursor === undefined
      ? raw('')
      : sql` and ${after(scope, orders, readCursor(query.cursor, orders.length))}`;
  const order = orderBy(scope, orders);
  const fragment = sql`select ${record}, ${cursorKey(scope, orders)}${counted} from ${scope.table()} t${scope.joins()} where ${matching}${from} order by ${order} limit ${raw(String(limit + 1))}`;
  return { statement: compileStatement(fragment), limit };
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
    conditions.push(tokens.length === 0 ? raw('false') : foundBy(scope, tsquery(tokens)));
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

function countOf(context: Context, object: ObjectModel, query: ListQuery): Fragment {
  const scope = new Scope(context, object, 't');
  const matching = filter(context, scope, query);
  return sql`select count(*) from ${scope.table()} t${scope.joins()} where ${matching}`;
}

/** A page past the end has no row to carry the count. */
async function countAlone(context: Context, objectName: string, query: ListQuery): Promise<string> {
  const statement = compileStatement(countOf(context, objectNamed(context.registry, objectName), query));
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context)));
  return rows[0]?.[0] ?? '0';
}
