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

/** The order of a list: as asked, empty values last, the newest first among equals. */
export function orderBy(scope: Scope, orders: readonly Order[]): Fragment {
  const keys = orders.map(
    (order) =>
      sql`${sortKey(scope, order.path)} ${raw(order.descending ? 'desc nulls last' : 'asc nulls last')}`,
  );
  return join([...keys, raw(`${scope.alias}.id desc`)], ', ');
}

/** The text that tells the row with these values of what a list is ordered by, and this `id`. */
export function cursorKey(ordered: readonly Fragment[]): Fragment {
  return sql`json_build_array(${join([...ordered.map((value) => sql`(${value})::text`), raw('id')], ', ')})::text`;
}

/**
 * Rows that come after the row whose key is given. A statement that takes long to plan is `planned once`: PostgreSQL
 * plans anew for each value that it sees, so it sees none.
 */
export function after(
  scope: Scope,
  orders: readonly Order[],
  key: readonly (string | null)[],
  plannedOnce = false,
): Fragment {
  const seen = (value: unknown, type: string) =>
    plannedOnce ? sql`(select ${value}::${raw(type)})` : sql`${value}::${raw(type)}`;
  const id = sql`${raw(scope.alias)}.id < ${seen(key.at(-1), 'uuid')}`;
  return orders.reduceRight((rest, order, index) => {
    const value = key[index];
    const column = sortKey(scope, order.path);
    if (value === null) return sql`(${column} is null and ${rest})`;
    const given = seen(
      value,
      declared(scope, order.path) ? 'integer' : (types[scope.kind(order.path)] ?? 'text'),
    );
    return sql`(${column} ${raw(order.descending ? '<' : '>')} ${given} or ${column} is null or (${column} = ${given} and ${rest}))`;
  }, id);
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
