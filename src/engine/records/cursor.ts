import type { ValueKind } from '#kernel/field/value-kind.ts';
import { Refusal } from '#kernel/problem.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import type { Order } from './list-query.ts';
import type { Scope } from './scope.ts';

const types: Readonly<Partial<Record<ValueKind, string>>> = {
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  identifier: 'uuid',
};

/**
 * The order of a list: as asked, empty values last, the newest first among equals. Where the first value is `never
 * empty`, an index that ascends can be read from its end, which begins with empty ones.
 */
export function orderBy(scope: Scope, orders: readonly Order[], neverEmpty = false): Fragment {
  const keys = orders.map(({ path, descending }, index) => {
    const direction = descending
      ? `desc nulls ${neverEmpty && index === 0 ? 'first' : 'last'}`
      : 'asc nulls last';
    return sql`${sortKey(scope, path)} ${raw(direction)}`;
  });
  return join([...keys, raw(`${scope.alias}.id desc`)], ', ');
}

/** The text that tells the row with these values of what a list is ordered by, and this `id`. */
export function cursorKey(ordered: readonly Fragment[]): Fragment {
  return sql`json_build_array(${join([...ordered.map((value) => sql`(${value})::text`), raw('id')], ', ')})::text`;
}

/** Rows of a list that an index has in their order; those of one part come before those of the next. */
export interface Part {
  readonly follows: Fragment;
  readonly order: Fragment;
}

/** What every record has. */
const always = ['id', 'version', 'createdAt', 'updatedAt'];

/**
 * Rows in the order of a list, those alone that come after the row whose key is given. Each part begins with a bound
 * from which an index is read: of rows before it the next page would skip more with every page.
 */
export function partsOf(
  scope: Scope,
  orders: readonly Order[],
  key: readonly (string | null)[] | undefined,
): readonly Part[] {
  const [first] = orders;
  const order = orderBy(scope, orders);
  if (first === undefined) return [{ follows: raw('true'), order }];
  const mayBeEmpty = !always.includes(first.path);
  const backwards = first.descending && mayBeEmpty && hasAscending(scope, first.path);
  const valued = backwards ? orderBy(scope, orders, true) : order;
  if (key !== undefined) {
    const [follows, empty] = after(scope, orders, key);
    return [{ follows, order: valued }, ...(empty === undefined ? [] : [{ follows: empty, order }])];
  }
  if (!backwards) return [{ follows: raw('true'), order }];
  const column = sortKey(scope, first.path);
  return [
    { follows: sql`${column} is not null`, order: valued },
    { follows: sql`${column} is null`, order },
  ];
}

/** Whether an index has the values of a field from the least to the greatest. */
function hasAscending({ object: { fields, declaration } }: Scope, path: string): boolean {
  if (declaration.indexes.some(([first]) => first === `-${path}`)) return false;
  return path === declaration.nameField || fields.get(path)?.indexed === true;
}

/** Rows with a value that come after the row with this key and, where they follow all these, those without one. */
function after(
  scope: Scope,
  orders: readonly Order[],
  key: readonly (string | null)[],
): readonly [Fragment, Fragment?] {
  const typed = (value: unknown, type: string) => sql`${value}::${raw(type)}`;
  const id = raw(`${scope.alias}.id`);
  const last = typed(key.at(-1), 'uuid');
  const rows = orders.map((order, index): Following => {
    const column = sortKey(scope, order.path);
    const value = key[index];
    if (value === null || value === undefined) return { column };
    const type = declared(scope, order.path) ? 'integer' : (types[scope.kind(order.path)] ?? 'text');
    const past = raw(order.descending ? '<' : '>');
    return { column, value: { past, given: typed(value, type), mayBeEmpty: !always.includes(order.path) } };
  });
  const [first, ...further] = rows;
  const rest = further.reduceRight((within, each) => {
    const [valued, empty] = alternatives(each, within);
    return empty === undefined ? valued : sql`(${valued} or ${empty})`;
  }, sql`${id} < ${last}`);
  if (first === undefined) return [rest];
  const [valued, empty] = alternatives(first, rest);
  if (first.value === undefined) return [valued];
  const { column } = first;
  const { past, given } = first.value;
  // Thousands that were imported together have one time of creation: the id is part of the bound where it goes the same way.
  return further.length === 0 && orders[0]?.descending === true
    ? [sql`(${column}, ${id}) < (${given}, ${last})`, empty]
    : [sql`${column} ${past}= ${given} and ${valued}`, empty];
}

/** A column that a list is ordered by, and the value that rows follow where there is one. */
interface Following {
  readonly column: Fragment;
  readonly value?: { readonly past: Fragment; readonly given: Fragment; readonly mayBeEmpty: boolean };
}

/** Rows with a value that follow, and rows without one, which come last. */
function alternatives({ column, value }: Following, rest: Fragment): readonly [Fragment, Fragment?] {
  if (value === undefined) return [sql`(${column} is null and ${rest})`];
  const { past, given, mayBeEmpty } = value;
  const valued = sql`(${column} ${past} ${given} or (${column} = ${given} and ${rest}))`;
  return mayBeEmpty ? [valued, sql`${column} is null`] : [valued];
}

export function writeCursor(key: Buffer): string {
  return key.toString('base64url');
}

export function readCursor(cursor: string, orders: number): readonly (string | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits =
      Array.isArray(key) &&
      key.length === orders + 1 &&
      key.every((part) => part === null || typeof part === 'string');
    if (fits && /^[0-9a-f-]{36}$/.test(key.at(-1))) return key;
  } catch {
    // falls through to the refusal below
  }
  throw badCursor();
}

export function badCursor(): Refusal {
  return new Refusal('invalid', [{ field: 'cursor', code: 'badCursor' }]);
}

/** Text sorts as people expect, Chinese by pinyin; the index on a name field has the same collation. */
export const sortCollation = '"zh-x-icu"';

/** What records are ordered by: values of a choice in the order in which they are declared. */
export function sortKey(scope: Scope, path: string): Fragment {
  const column = scope.column(path);
  const values = declared(scope, path);
  if (values !== undefined) return sql`array_position(${values}::text[], ${column})`;
  return scope.kind(path) === 'text' ? sql`${column} collate ${raw(sortCollation)}` : column;
}

function declared(scope: Scope, path: string): readonly string[] | undefined {
  const { type, choices = [] } = scope.field(path);
  return type === 'choice' && choices.length > 0 ? choices.map(({ value }) => value) : undefined;
}
