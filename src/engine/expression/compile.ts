import type { Expression, FunctionName } from '#kernel/expression/expression.ts';
import { kindOf } from '#kernel/expression/kind-of.ts';
import type { ValueKind } from '#kernel/field/value-kind.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';

/** Where the compiler finds columns. */
export interface Source {
  kind(path: string): ValueKind;
  /** SQL of the value at a path. */
  column(path: string): Fragment;
  /** SQL that is true when the list at the path has the item. */
  member(path: string, item: Fragment): Fragment;
  /** SQL that is true when the list at the path is empty. */
  empty(path: string): Fragment;
  /** SQL that is true when the record that the path names is visible to the actor. */
  visible(path: string): Fragment;
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

/** SQL of a tree; see `Expression` for what empty values mean. As a filter, an unknown result counts as false. */
export function compile(expression: Expression, source: Source): Fragment {
  switch (expression.node) {
    case 'literal':
      return sql`${expression.value}::${raw(casts[expression.kind])}`;
    case 'path':
      return source.column(expression.path);
    case 'given':
      return sql`${{ slot: expression.name }}::${raw({ actor: 'uuid', team: 'uuid[]', today: 'date', now: 'timestamptz' }[expression.name])}`;
    case 'call':
      return functions[expression.call](expression.inputs, source);
  }
}

type Build = (inputs: readonly Expression[], source: Source) => Fragment;

const functions: Readonly<Record<FunctionName, Build>> = {
  and: (inputs, source) => all(inputs, source, ' and ', 'true'),
  or: (inputs, source) => all(inputs, source, ' or ', 'false'),
  not: ([input], source) => sql`(${compile(input as Expression, source)}) is not true`,
  eq: comparison('='),
  ne: (inputs, source) => sql`(${functions.eq(inputs, source)}) is not true`,
  gt: comparison('>'),
  gte: comparison('>='),
  lt: comparison('<'),
  lte: comparison('<='),
  in: ([left, right], source) => {
    const kind = kindOf(left as Expression, (path) => source.kind(path));
    const list =
      right?.node === 'literal'
        ? sql`${right.value}::${raw(casts[kind])}[]`
        : compile(right as Expression, source);
    return sql`${compile(left as Expression, source)} = any(${list})`;
  },
  contains: ([text, part], source) =>
    sql`strpos(lower(${compile(text as Expression, source)}), lower(${compile(part as Expression, source)})) > 0`,
  startsWith: ([text, part], source) =>
    sql`starts_with(lower(${compile(text as Expression, source)}), lower(${compile(part as Expression, source)}))`,
  has: ([list, item], source) =>
    list?.node === 'path' ? source.member(list.path, compile(item as Expression, source)) : raw('false'),
  isNull: ([input], source) =>
    kindOf(input as Expression, (path) => source.kind(path)) === 'list' && input?.node === 'path'
      ? source.empty(input.path)
      : sql`${compile(input as Expression, source)} is null`,
  visible: ([input], source) => (input?.node === 'path' ? source.visible(input.path) : raw('false')),
  add: infix('+'),
  subtract: infix('-'),
  multiply: infix('*'),
  divide: ([left, right], source) => {
    const [a, b] = [compile(left as Expression, source), compile(right as Expression, source)];
    // numeric division keeps only sixteen significant digits; whole division of a scaled value is exact, and one
    // place more than the result needs is enough to round half away from zero.
    return sql`case when ${b} <> 0 then round(div(${a} * 10000000::numeric, ${b}) * 0.0000001, 6) end`;
  },
  round: ([value, places], source) =>
    sql`round(${compile(value as Expression, source)}, (${compile(places as Expression, source)})::int)`,
  concat: (inputs, source) =>
    sql`concat(${join(
      inputs.map((input) => compile(input, source)),
      ', ',
    )})`,
  coalesce: (inputs, source) =>
    sql`coalesce(${join(
      inputs.map((input) => compile(input, source)),
      ', ',
    )})`,
  if: ([condition, then, otherwise], source) =>
    sql`case when ${compile(condition as Expression, source)} then ${compile(then as Expression, source)} else ${compile(otherwise as Expression, source)} end`,
  daysBetween: ([from, to], source) =>
    sql`(${compile(to as Expression, source)} - ${compile(from as Expression, source)})::numeric`,
};

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
    const collate =
      operator !== '=' && kindOf(left as Expression, (path) => source.kind(path)) === 'text'
        ? raw(' collate "C"')
        : raw('');
    return sql`${compile(left as Expression, source)}${collate} ${raw(operator)} ${compile(right as Expression, source)}`;
  };
}

function infix(operator: string): Build {
  return ([left, right], source) =>
    sql`(${compile(left as Expression, source)} ${raw(operator)} ${compile(right as Expression, source)})`;
}
