import { call, type Expression } from '#kernel/expression/expression.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { recordCondition } from '../access/rights.ts';
import { compile } from '../expression/compile.ts';
import { type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import type { Children } from './children.ts';
import { reasonsOf, throughOf } from './reasons.ts';

/** The rows that name others. */
interface Names extends Children {
  table(object?: ObjectModel): Fragment;
}

/** Where a record names another, which may be of several objects. */
interface Naming {
  readonly targets: readonly string[];
  readonly id: Fragment;
  /** What holds the name of the object. */
  readonly object: Fragment;
  /** For the tables that are looked into. */
  readonly alias: string;
}

/**
 * SQL that is true when the reader sees the record that another names. Many objects are seen through the same one,
 * orders and contracts through their account: its rights, which are long, stand once for all of these, for PostgreSQL
 * takes longer to plan a statement in which they stand for each than to answer it.
 */
export function seenOfMany(from: Names, naming: Naming): Fragment {
  const { registry, reader } = from;
  /** By the object that others are seen through, what each of these refers to. */
  const led = new Map<string, Fragment[]>();
  const own = new Map<string, Expression[]>();
  const add = <T>(groups: Map<string, T[]>, name: string, one: T) =>
    groups.set(name, [...(groups.get(name) ?? []), one]);
  for (const name of naming.targets) {
    const object = objectNamed(registry, name);
    for (const reason of reasonsOf(recordCondition(registry, object, 'read', reader.actor))) {
      const by = throughOf(registry, object, reason);
      if (by === undefined) add(own, name, reason);
      else add(led, by.target.name, referredBy(from, naming, name, by.name));
    }
  }
  for (const name of naming.targets)
    if (led.has(name) && own.delete(name)) add(led, name, sql`when '${raw(name)}' then ${naming.id}`);
  const ways = [
    ...[...own].map(([name, reasons]) => seenItself(from, naming, name, reasons)),
    ...[...led].map(([name, cases]) => seenThrough(from, naming, name, cases)),
  ];
  return ways.length === 0 ? raw('false') : sql`(${join(ways, ' or ')})`;
}

function referredBy(from: Names, { id }: Naming, name: string, reference: string): Fragment {
  const table = from.table(objectNamed(from.registry, name));
  return sql`when '${raw(name)}' then (select b.${raw(quoted(reference))} from ${table} b where b.id = ${id} and b."deletedAt" is null)`;
}

function seenItself(
  from: Names,
  { id, object, alias }: Naming,
  name: string,
  reasons: readonly Expression[],
): Fragment {
  const inner = from.sibling(name, alias);
  const [one = call('or')] = reasons;
  const readable = compile(reasons.length === 1 ? one : call('or', ...reasons), inner);
  return sql`(${object} = '${raw(name)}' and exists (select 1 from ${inner.table()} ${raw(alias)}${inner.joins()} where ${raw(alias)}.id = ${id} and ${raw(alias)}."deletedAt" is null and ${readable}))`;
}

function seenThrough(
  from: Names,
  { object, alias }: Naming,
  name: string,
  cases: readonly Fragment[],
): Fragment {
  const inner = from.sibling(name, `${alias}_t`);
  const readable = inner.condition('read');
  return sql`exists (select 1 from ${inner.table()} ${raw(inner.alias)}${inner.joins()} where ${raw(inner.alias)}.id = case ${object} ${join(cases, ' ')} end and ${readable})`;
}
