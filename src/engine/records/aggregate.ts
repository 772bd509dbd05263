import { call, path as fieldPath } from '#kernel/expression/expression.ts';
import type { Field } from '#kernel/field/field.ts';
import { tellsCurrency } from '#kernel/field/tells-currency.ts';
import { type ValueKind, valueKind } from '#kernel/field/value-kind.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { ahead, type BandPart, bandEdges, bandParts } from '#kernel/report/bands.ts';
import { placeParts } from '#kernel/report/report-field.ts';
import { readSince, type Since } from '#kernel/report/since.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { readableField } from '../access/rights.ts';
import { compile } from '../expression/compile.ts';
import { withPlaces } from '../places/with-places.ts';
import { type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { inBaseCurrency } from './base-currency.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { filter } from './list.ts';
import { refuseAll } from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import { Scope } from './scope.ts';
import { mostGroups, withTotals } from './with-totals.ts';

export interface AggregateQuery {
  /** `status`, `dueDate.month`, `parent.kind` */
  readonly groupBy: readonly string[];
  /** `count`, `sum(amount)`, `avg(…)`, `min(…)`, `max(…)`, `countDistinct(…)`, `filled(…)`, `empty(…)` */
  readonly measures: readonly string[];
  readonly where?: unknown;
  readonly q?: string;
  /** Measures also what several groups have in common, and everything. */
  readonly totals?: boolean;
}

const plans = new PlanCache<Statement>();
const parts = ['year', 'quarter', 'month', 'week', 'day'];
const limits = { groupBy: 4, measures: 20 };

/**
 * Groups as JSON, as it goes out: `{"groups":[{"status":"done","count":3,"sum(amount)":"…"}]}`, the rights inside the
 * statement. With `totals` also `{"totals":[{"over":["status"],"values":{"count":5,"sum(amount)":"…"}}]}`: a sum over
 * every choice of groups, everything included. What a reference is called stands with it when it comes next: `owner,owner.name`.
 */
export async function aggregateRecords(
  context: Context,
  objectName: string,
  query: AggregateQuery,
): Promise<Buffer> {
  const statement = plans.get(context, `${objectName}*${JSON.stringify(query)}`, () =>
    aggregateStatement(context, objectNamed(context.registry, objectName), query),
  );
  const [row] = await context.database.bytes(statement.text, bind(statement, bindingOf(context)));
  const answer = row?.[0] ?? Buffer.from('{}');
  const places = query.groupBy.filter((name) => isPlacePart(partOf(name)));
  return places.length === 0 ? answer : withPlaces(answer, places, context.actor.locale);
}

function aggregateStatement(context: Context, object: ObjectModel, query: AggregateQuery): Statement {
  const names = query.groupBy.map((name, index) => isNameOf(context, object, query.groupBy[index - 1], name));
  refuseAll(complaints(query, names.filter((each) => !each).length));
  const scope = new Scope(context, object, 't');
  const groups = query.groupBy.map((name, index) => ({
    ...{ name, column: groupColumn(context, scope, name), names: names[index] ?? false },
  }));
  const measures = (query.measures.length === 0 ? ['count'] : query.measures).map(
    (name) => sql`${measure(context, scope, name)} as ${raw(quoted(name))}`,
  );
  const matching = filter(context, scope, query);
  if (query.totals === true && groups.length > 0)
    return compileStatement(withTotals(groups, measures, sql`${scope.table()} t${scope.joins()}`, matching));
  const columns = groups.map(({ name, column }) => sql`${column} as ${raw(quoted(name))}`);
  const by =
    groups.length === 0
      ? raw('')
      : raw(
          ` group by ${groups.map((_, index) => index + 1).join(', ')} order by ${groups.map((_, index) => index + 1).join(', ')}`,
        );
  return compileStatement(
    sql`select '{"groups":[' || coalesce(string_agg(row_to_json(g)::text, ','), '') || ']}' from (select ${join([...columns, ...measures], ', ')} from ${scope.table()} t${scope.joins()} where ${matching}${by} limit ${raw(String(mostGroups))}) g`,
  );
}

/** Whether a path is what the reference named before it is called. */
function isNameOf(
  { registry }: Context,
  object: ObjectModel,
  before: string | undefined,
  name: string,
): boolean {
  const target = resolvePath(registry, object, name)?.steps.at(-1)?.target;
  return target !== undefined && name === `${before}.${target.declaration.nameField}`;
}

function complaints(query: AggregateQuery, groups: number): readonly Complaint[] {
  return [
    ...(groups > limits.groupBy
      ? [{ field: 'groupBy', code: 'tooMany', parameters: { most: limits.groupBy } }]
      : []),
    ...(query.measures.length > limits.measures
      ? [{ field: 'measures', code: 'tooMany', parameters: { most: limits.measures } }]
      : []),
  ];
}

/** A choice, reference or boolean by value; a date by day, week, month, quarter or year in the caller's zone. */
function groupColumn(context: Context, scope: Scope, name: string): Fragment {
  const dot = name.lastIndexOf('.');
  const part = partOf(name);
  const since = readSince(name);
  if (since !== undefined) return spans(context, scope, name, since);
  const whole = fieldOf(context, scope, name);
  if (whole !== undefined) {
    if (['date', 'instant'].includes(valueKind(whole))) return day(context, scope, name, 'day');
    // Of json, unlike jsonb, PostgreSQL cannot say whether it is equal.
    return isReadAsJson(whole) ? sql`(${scope.read(name)})::jsonb` : scope.read(name);
  }
  if (dot > 0 && isPlacePart(part) && fieldOf(context, scope, name.slice(0, dot))?.type === 'location') {
    const place = sql`${scope.column(name.slice(0, dot))} ->> 'place'`;
    return part === 'city' ? sql`(${place})` : sql`split_part(${place}, '/', 1)`;
  }
  const band = bandParts.find((each) => each === part);
  if (dot > 0 && band !== undefined) return banded(context, scope, name.slice(0, dot), band);
  const field = dot < 0 || !parts.includes(part) ? undefined : fieldOf(context, scope, name.slice(0, dot));
  if (field === undefined || !['date', 'instant'].includes(valueKind(field)))
    throw new Refusal('invalid', [{ field: name.slice(0, 100), code: 'unknownField' }]);
  return day(context, scope, name.slice(0, dot), part);
}

function partOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isPlacePart(part: string): boolean {
  return (placeParts as readonly string[]).includes(part);
}

/** Where the band begins that a value falls into; nothing falls into none. */
function banded(context: Context, scope: Scope, path: string, band: BandPart): Fragment {
  const field = fieldOf(context, scope, path);
  const dated = field !== undefined && ['date', 'instant'].includes(valueKind(field));
  const share = field !== undefined && (field.result ?? field.type) === 'percent';
  if (band === 'age' ? !dated : !share)
    throw new Refusal('invalid', [{ field: `${path}.${band}`.slice(0, 100), code: 'unknownField' }]);
  const value = dated
    ? sql`(${{ slot: 'today' }}::date - (${localTime(context, scope, path)})::date)`
    : scope.column(path);
  const [first = 0, ...further] = bandEdges[band];
  const steps = further
    .toReversed()
    .map((edge) => sql`when ${value} >= ${raw(String(edge))} then ${raw(String(edge))}`);
  const before = dated ? [sql`when ${value} < 0 then ${raw(String(ahead))}`] : [];
  return sql`case when ${value} is null then null ${join([...before, ...steps], ' ')} else ${raw(String(first))} end`;
}

/** How many parts of the calendar lie between two dates, in the caller's zone. */
function spans(context: Context, scope: Scope, name: string, { path, part, from }: Since): Fragment {
  const dated = [path, from].map((each) => {
    const field = fieldOf(context, scope, each);
    if (field === undefined || !['date', 'instant'].includes(valueKind(field)))
      throw new Refusal('invalid', [{ field: name.slice(0, 100), code: 'unknownField' }]);
    return sql`date_trunc('${raw(part)}', (${localTime(context, scope, each)})::timestamp)`;
  });
  const [later = raw('null'), earlier = raw('null')] = dated;
  if (part === 'week') return sql`(extract(day from ${later} - ${earlier}) / 7)::int`;
  const counted = (value: Fragment) => {
    const year = sql`extract(year from ${value})`;
    if (part === 'year') return year;
    return part === 'quarter'
      ? sql`(${year} * 4 + extract(quarter from ${value}))`
      : sql`(${year} * 12 + extract(month from ${value}))`;
  };
  return sql`(${counted(later)} - ${counted(earlier)})::int`;
}

function isReadAsJson(field: Field): boolean {
  return tellsCurrency(field) || field.type === 'regarding' || field.type === 'manyToMany';
}

const shapes: Readonly<Record<string, string>> = {
  year: 'YYYY',
  quarter: 'YYYY-"Q"Q',
  month: 'YYYY-MM',
  week: 'IYYY-"W"IW',
  day: 'YYYY-MM-DD',
};

function day(context: Context, scope: Scope, path: string, part: string): Fragment {
  const local = localTime(context, scope, path);
  return sql`to_char(date_trunc('${raw(part)}', ${local}), '${raw(shapes[part] ?? '')}')`;
}

function localTime(context: Context, scope: Scope, path: string): Fragment {
  const column = scope.column(path);
  return scope.kind(path) === 'instant'
    ? sql`${column} at time zone ${context.actor.timeZone}::text`
    : column;
}

const ordered = ['min', 'max', 'countDistinct'];

/** What can be told of many values of a kind together. */
const measurable: Partial<Readonly<Record<ValueKind, readonly string[]>>> = {
  number: ['sum', 'avg', ...ordered],
  date: ordered,
  instant: ordered,
  text: ordered,
  boolean: ['countDistinct'],
  identifier: ['countDistinct'],
};

function measure(context: Context, scope: Scope, name: string): Fragment {
  if (name === 'count') return raw('count(*)');
  const [, kind = '', path = ''] =
    /^(sum|avg|min|max|countDistinct|filled|empty)\(([\w.]+)\)$/.exec(name) ?? [];
  const field = fieldOf(context, scope, path);
  if (field !== undefined && (kind === 'filled' || kind === 'empty')) {
    const empty = compile(call('isNull', fieldPath(path)), scope);
    return sql`count(*) filter (where ${kind === 'empty' ? empty : sql`not ${empty}`})`;
  }
  if (field === undefined || !measurable[valueKind(field)]?.includes(kind))
    throw new Refusal('invalid', [{ field: name.slice(0, 100), code: 'unknownMeasure' }]);
  const numeric = valueKind(field) === 'number';
  if (kind === 'countDistinct') return sql`count(distinct ${scope.column(path)})`;
  if (!numeric) return sql`${raw(kind)}(${scope.column(path)})`;
  const value = sql`${raw(kind)}(${inBaseCurrency(scope, path)})`;
  const rounded = kind === 'avg' ? sql`round(${value}, 4)` : value;
  return kind === 'sum' ? sql`coalesce(${rounded}, 0)::text` : sql`(${rounded})::text`;
}

function fieldOf(context: Context, scope: Scope, path: string) {
  const field = readableField(context.registry, scope.object, path, context.actor);
  return field?.sealed === true ? undefined : field;
}
