import { resolvePath } from '#kernel/resolve.ts';
import type { Source } from '../expression/compile.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import type { Summed } from './base-currency.ts';

/** The children of one parent: their own scope, before the parent is named. */
export interface Children extends Source, Summed {
  readonly alias: string;
  table(): Fragment;
  joins(): Fragment;
  condition(operation: 'read'): Fragment;
  sibling(object: string, alias: string): Children;
}

/** That a child's path leads to the parent; by way of another record, those records first, so that indexes serve. */
export function refersTo(child: Children, by: string, parentAlias: string): Fragment {
  const [first = '', ...rest] = by.split('.');
  const field = resolvePath(child.registry, child.object, first)?.field;
  const target = field?.type === 'user' ? child.registry.people : field?.target;
  if (field?.type === 'manyToMany') return child.member(by, raw(`${parentAlias}.id`));
  if (rest.length === 0 || target === undefined) return sql`${child.column(by)} = ${raw(parentAlias)}.id`;
  const between = child.sibling(target, `${child.alias}_b`);
  const found = sql`${refersTo(between, rest.join('.'), parentAlias)} and ${between.condition('read')}`;
  return sql`${child.column(first)} = any(array(select ${raw(between.alias)}.id from ${between.table()} ${raw(between.alias)}${between.joins()} where ${found}))`;
}
