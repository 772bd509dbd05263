import type {
  Expression,
  FunctionName,
  Given,
  PlainFunction,
  Related,
} from '#kernel/expression/expression.ts';
import { kindOf } from '#kernel/expression/kind-of.ts';
import type { SharedAs } from '#kernel/expression/shared-as.ts';
import type { ValueKind } from '#kernel/field/value-kind.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { plainFunctions } from './plain-functions.ts';
import { workdayFunctions } from './workday-functions.ts';

/** Where the compiler finds columns. */
export interface Source {
  kind(path: string): ValueKind;
  /** SQL of the value at a path. */
  column(path: string): Fragment;
  /** SQL of the currency that the money at a path is in. */
  currency(path: string): Fragment;
  /** SQL that is true when the list at the path has the item. */
  member(path: string, item: Fragment): Fragment;
  /** SQL that is true when the list at the path is empty. */
  empty(path: string): Fragment;
  /** SQL that is true when the record that the path names is visible to the actor. */
  visible(path: string): Fragment;
  /** SQL that is true when the actor may change the record that the path names. */
  changeable(path: string): Fragment;
  /** SQL that is true when the record itself is shared with the actor in this way. */
  shared(as: SharedAs): Fragment;
  /** SQL that is true when enough related records that the actor may see meet a condition, and false otherwise. */
  related(condition: Related): Fragment;
}

const casts: Readonly<Record<ValueKind, string>> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  identifier: 'uuid',
  list: 'text[]',
  opaque: 'text',
};

/** What is given as one value; a circle of people is a list of ids. */
const givenTypes: Readonly<Partial<Record<Given, string>>> = {
  actor: 'uuid',
  today: 'date',
  now: 'timestamptz',
};

/** SQL of a tree; see `Expression` for what empty values mean. As a filter, an unknown result counts as false. */
export function compile(expression: Expression, source: Source): Fragment {
  switch (expression.node) {
    case 'literal':
      return sql`${expression.value}::${raw(casts[expression.kind])}`;
    case 'path':
      return source.column(expression.path);
    case 'given':
      return sql`${{ slot: expression.name }}::${raw(givenTypes[expression.name] ?? 'uuid[]')}`;
    case 'related':
      return source.related(expression);
    case 'call':
      return functions[expression.call](expression.inputs, source);
  }
}

type Build = (inputs: readonly Expression[], source: Source) => Fragment;

const functions: Readonly<Record<FunctionName, Build>> = {
  and: (inputs, source) => all(inputs, source, ' and ', 'true'),
  or: (inputs, source) => all(inputs, source, ' or ', 'false'),
  not: ([input], source) =>
    // Never unknown, and only `not exists` itself becomes a join.
    input?.node === 'related'
      ? sql`(not ${compile(input, source)})`
      : sql`((${compile(input as Expression, source)}) is not true)`,
  eq: comparison('='),
  ne: (inputs, source) => sql`(${functions.eq(inputs, source)} is not true)`,
  gt: comparison('>'),
  gte: comparison('>='),
  lt: comparison('<'),
  lte: comparison('<='),
  in: ([left, right], source) => {
    const kind = kindIn(source, left);
    const list =
      right?.node === 'literal'
        ? sql`${right.value}::${raw(casts[kind])}[]`
        : compile(right as Expression, source);
    return sql`(${operand(left, source)} = any(${list}))`;
  },
  contains: ([text, part], source) => sql`(strpos(${folded(text, source)}, ${folded(part, source)}) > 0)`,
  startsWith: ([text, part], source) => sql`starts_with(${folded(text, source)}, ${folded(part, source)})`,
  endsWith: ([text, part], source) =>
    sql`starts_with(reverse(${folded(text, source)}), reverse(${folded(part, source)}))`,
  has: ([list, item], source) =>
    list?.node === 'path' ? sql`(${source.member(list.path, operand(item, source))})` : raw('false'),
  within: ([place, window], source) => {
    const [west, south, east, north] = numbersIn(window);
    const position = operand(place, source);
    const along = sql`(${position} -> 'longitude')::float8`;
    const between =
      west <= east
        ? sql`${along} between ${west}::float8 and ${east}::float8`
        : sql`(${along} >= ${west}::float8 or ${along} <= ${east}::float8)`;
    return sql`((${position} -> 'latitude')::float8 between ${south}::float8 and ${north}::float8 and ${between})`;
  },
  liesIn: ([place, codes], source) => {
    const position = sql`(${operand(place, source)} ->> 'place')`;
    const list = sql`${codes?.node === 'literal' ? codes.value : []}::text[]`;
    return sql`(array[${position}, split_part(${position}, '/', 1), left(${position}, 2)] && ${list})`;
  },
  isWorkingDay: ([input], source) => workdayFunctions.isWorkingDay(operand(input, source)),
  isNull: ([input], source) =>
    kindIn(source, input) === 'list' && input?.node === 'path'
      ? sql`(${source.empty(input.path)})`
      : sql`(${operand(input, source)} is null)`,
  visible: ([input], source) => (input?.node === 'path' ? source.visible(input.path) : raw('false')),
  changeable: ([input], source) => (input?.node === 'path' ? source.changeable(input.path) : raw('false')),
  shared: ([as], source) => (as?.node === 'literal' ? source.shared(as.value as SharedAs) : raw('false')),
  add: arithmetic('+'),
  subtract: arithmetic('-'),
  multiply: arithmetic('*'),
  divide: ([left, right], source) => {
    // numeric division keeps only sixteen significant digits; whole division of a scaled value is exact, and one
    // place more than the result needs is enough to round half away from zero.
    // Each input is named once: what is divided within divisors would double at each step.
    return sql`round(div(${numeric(left, source)} * 10000000::numeric, nullif(${numeric(right, source)}, 0)) * 0.0000001, 6)`;
  },
  round: ([value, places], source) =>
    sql`round(${numeric(value, source)}, (${operand(places, source)})::int)`,
  currency: ([input], source) => (input?.node === 'path' ? source.currency(input.path) : raw('null::text')),
  concat: (inputs, source) =>
    sql`concat(${join([raw("''"), ...inputs.map((input) => written(input, source))], ', ')})`,
  coalesce: (inputs, source) =>
    sql`coalesce(${join(
      inputs.map((input) => operand(input, source)),
      ', ',
    )})`,
  if: ([condition, then, otherwise], source) =>
    sql`case when ${compile(condition as Expression, source)} then ${operand(then, source)} else ${operand(otherwise, source)} end`,
  filled: (inputs, source) =>
    sql`num_nonnulls(${join(
      inputs.map((input) => operand(input, source)),
      ', ',
    )})::numeric`,
  least: extreme('least'),
  greatest: extreme('greatest'),
  ...(Object.fromEntries(
    Object.entries(plainFunctions).map(([name, build]): [string, Build] => [
      name,
      (inputs, source) =>
        build(
          inputs.map((input) => operand(input, source)),
          inputs,
        ),
    ]),
  ) as Record<PlainFunction, Build>),
  workingDaysBetween: ([from, to], source) =>
    workdayFunctions.workingDaysBetween(operand(from, source), operand(to, source)),
  addWorkingDays: ([day, count], source) =>
    workdayFunctions.addWorkingDays(operand(day, source), operand(count, source)),
  daysBetween: ([from, to], source) => {
    const apart = sql`(${operand(to, source)} - ${operand(from, source)})`;
    return kindIn(source, from) === 'instant'
      ? sql`floor(extract(epoch from ${apart}) / 86400)`
      : sql`${apart}::numeric`;
  },
};

/** SQL of a tree where its value counts: a predicate is true or false there, never unknown. */
export function operand(expression: Expression | undefined, source: Source): Fragment {
  const value = compile(expression as Expression, source);
  return expression?.node === 'call' && predicates.has(expression.call)
    ? sql`coalesce(${value}, false)`
    : value;
}

const predicates: ReadonlySet<FunctionName> = new Set([
  ...([
    'and',
    'or',
    'eq',
    'gt',
    'gte',
    'lt',
    'lte',
    'in',
    'contains',
    'startsWith',
    'endsWith',
    'has',
    'within',
    'liesIn',
    'visible',
    'changeable',
    'shared',
    'isWorkingDay',
  ] as const),
]);

/** West, south, east and north of a window. */
function numbersIn(window: Expression | undefined): readonly [number, number, number, number] {
  const [west = 0, south = 0, east = 0, north = 0] =
    window?.node === 'literal' ? (window.value as readonly number[]) : [];
  return [west, south, east, north];
}

function kindIn(source: Source, expression: Expression | undefined): ValueKind {
  return kindOf(expression as Expression, (path) => source.kind(path));
}

function extreme(name: 'least' | 'greatest'): Build {
  return (inputs, source) =>
    sql`${raw(name)}(${join(
      inputs.map((input) => operand(input, source)),
      ', ',
    )})`;
}

function all(inputs: readonly Expression[], source: Source, separator: string, empty: string): Fragment {
  if (inputs.length === 0) return raw(empty);
  return sql`(${join(
    inputs.map((input) => compile(input, source)),
    separator,
  )})`;
}

/** Text is ordered by code point wherever the database stands; equality needs no collation and keeps its index. */
function comparison(operator: string): Build {
  return ([left, right], source) => {
    const collate = operator !== '=' && kindIn(source, left) === 'text' ? raw(' collate "C"') : raw('');
    return sql`(${operand(left, source)}${collate} ${raw(operator)} ${operand(right, source)}${collate})`;
  };
}

/** Lower case by Unicode's rules, whatever the database's own locale knows of them. */
function folded(text: Expression | undefined, source: Source): Fragment {
  return sql`lower(${operand(text, source)} collate "und-x-icu")`;
}

function arithmetic(operator: string): Build {
  return ([left, right], source) =>
    sql`(${numeric(left, source)} ${raw(operator)} ${numeric(right, source)})`;
}

/** A number that no operation overflows, as the product of two whole columns would. */
function numeric(expression: Expression | undefined, source: Source): Fragment {
  return sql`(${operand(expression, source)})::numeric`;
}

/** A value as people write it: decimals without superfluous zeros, instants as the API has them. */
function written(expression: Expression, source: Source): Fragment {
  const value = operand(expression, source);
  switch (kindIn(source, expression)) {
    case 'number':
      return sql`trim_scale((${value})::numeric)::text`;
    case 'instant':
      return sql`to_json(${value})#>>'{}'`;
    default:
      return sql`(${value})::text`;
  }
}
