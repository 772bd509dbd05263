import { valueKind } from '#kernel/field/value-kind.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { mayEver, readableField } from '../access/rights.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { tsquery } from '../records/list.ts';
import { PlanCache } from '../records/plan-cache.ts';
import { Scope } from '../records/scope.ts';
import { isSearched } from '../records/stored-rows.ts';
import { argument, type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { foundBy } from './found-by.ts';
import { fileOfMatch, filesWith, heldMatches, withFiles } from './found-in-files.ts';
import { queryTokens } from './tokens.ts';

export interface SearchQuery {
  readonly q: string;
  /** Short names; every object that the actor may see when absent. */
  readonly objects?: readonly string[];
  readonly limit: number;
}

/** Records of one object that are looked at to find the best; a word that thousands share needs no more. */
const candidates = 400;

const plans = new PlanCache<Statement>();

/**
 * The best matches across objects as a JSON array, in one statement with the rights inside. Every word of the query must
 * be found. A match has its `object`, `id`, `name`, a `detail` that tells records of the same name apart when there is
 * one, and a `score`: 3 for the name itself, 2 for its beginning, 1 for anywhere in the record, 0 for inside a `file`.
 */
export async function searchRecords(context: Context, query: SearchQuery): Promise<Buffer> {
  const tokens = queryTokens(query.q);
  const objects = searched(context, query.objects);
  if (tokens.length === 0 || objects.length === 0) return Buffer.from('[]');
  const { limit } = query;
  const holders = withFiles(context, query.objects);
  const statement = plans.get(context, `${limit} ${objects.map(({ name }) => name).join()}`, () =>
    searchStatement(context, objects, holders, limit),
  );
  const binding = bindingOf(context, {
    tokens: tsquery(tokens),
    text: query.q.trim(),
    word: query.q.trim().split(/\s+/)[0]?.toLowerCase() ?? '',
  });
  const [row] = await context.database.bytes(statement.text, bind(statement, binding));
  return row?.[0] ?? Buffer.from('[]');
}

function searched(context: Context, names: readonly string[] | undefined): readonly ObjectModel[] {
  return [...context.registry.objects.values()].filter(
    (object) =>
      isSearched(object) &&
      (names === undefined || names.includes(object.name)) &&
      mayEver(context.registry, object, 'read', context.actor),
  );
}

/**
 * PostgreSQL keeps the plan of a statement that gives it nothing to look at: else it plans each search anew, which takes
 * longer than the search. So the limit stands in the text, and the words behind a sub-select.
 */
function searchStatement(
  context: Context,
  objects: readonly ObjectModel[],
  holders: readonly ObjectModel[],
  limit: number,
): Statement {
  const found = [
    ...objects.map((object) => matches(context, object)),
    ...holders.map((object) => heldMatches(context, object, wanted, rankOf(context, object))),
  ];
  const details = [...new Set([...objects, ...holders])].map(
    (object) => sql`when '${raw(object.name)}' then ${detailOf(context, object)}`,
  );
  const order = raw('f.score desc, length(f.name), f.rank, f.name, f.id');
  // What tells them apart is looked up for the best alone.
  return compileStatement(
    sql`${filesWith(context, wanted)} select json_agg(r)::text from (
      select f.object, f.id, f.name, case f.object ${join(details, ' ')} end as detail, f.score, f.rank, ${fileOfMatch(context)} as file
      from (select * from (${join(found, ' union all ')}) f order by ${order} limit ${raw(String(limit))}) f order by ${order}) r`,
  );
}

const wanted = sql`(select ${argument('tokens')}::tsquery)`;

function rankOf({ registry }: Context, { name }: ObjectModel): number {
  return [...registry.objects.keys()].indexOf(name);
}

function matches(context: Context, object: ObjectModel): Fragment {
  const scope = new Scope(context, object, 't');
  const name = scope.column(object.declaration.nameField);
  const text = sql`(select lower(${argument('text')}::text))`;
  const score = sql`case when starts_with(lower(${name}), ${text}) then case when lower(${name}) = ${text} then 3 else 2 end else 1 end`;
  const rank = rankOf(context, object);
  const inner = sql`select '${raw(object.name)}' as object, t.id, coalesce(${name}, '') as name, ${score} as score, ${raw(String(rank))} as rank, null::uuid as file
    from ${scope.table()} t${scope.joins()} where ${scope.condition('read')} and ${foundBy(scope, wanted)} limit ${raw(String(candidates))}`;
  return sql`(${inner})`;
}

function detailOf(context: Context, object: ObjectModel): Fragment {
  const path = detailPath(context, object);
  if (path === undefined) return raw('null');
  const scope = new Scope(context, object, 't');
  const detail = scope.column(path);
  return sql`(select (${detail})::text from ${scope.table()} t${scope.joins()} where t.id = f.id)`;
}

/** The first readable text of the record page's strip, or else an address or a number by which one is reached. */
function detailPath(context: Context, object: ObjectModel): string | undefined {
  const telling = [
    ...(object.views?.page?.highlights ?? []).map((path) => namedPath(context, object, String(path))),
    ...[...object.fields]
      .filter(([, { type }]) => type === 'email' || type === 'phone')
      .map(([name]) => name),
  ];
  return telling.find((path) => {
    const field = readableField(context.registry, object, path, context.actor);
    const own = resolvePath(context.registry, object, path);
    return (
      field !== undefined &&
      path !== object.declaration.nameField &&
      field.type !== 'choice' &&
      own?.steps.every((step) => step.target.name !== context.registry.people) === true &&
      valueKind(field) === 'text'
    );
  });
}

/** A reference is told by the name of what it leads to. */
function namedPath(context: Context, object: ObjectModel, path: string): string {
  const field = object.fields.get(path);
  const target = field?.type === 'reference' ? context.registry.objects.get(field.target ?? '') : undefined;
  return target === undefined ? path : `${path}.${target.declaration.nameField}`;
}
