import { parseWhere } from '#kernel/expression/parse-where.ts';
import { dayIn } from '#kernel/expression/zone.ts';
import type { RollupOptions } from '#kernel/field/field.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { compile, type Source } from '../expression/compile.ts';
import { type Fragment, quoted, raw, sql } from '../sql/fragment.ts';
import { inBaseCurrency, type Summed } from './base-currency.ts';

/** The children of one parent: their own scope, before the parent is named. */
export interface Children extends Source, Summed {
  readonly alias: string;
  table(): Fragment;
  joins(): Fragment;
  condition(operation: 'read'): Fragment;
  sibling(object: string, alias: string): Children;
}

/** That a child's path leads to the parent; by way of another record, those records first, so that indexes serve. */
function refersTo(child: Children, by: string, parentAlias: string): Fragment {
  const [first = '', ...rest] = by.split('.');
  const target = resolvePath(child.registry, child.object, first)?.field.target;
  if (rest.length === 0 || target === undefined) return sql`${child.column(by)} = ${raw(parentAlias)}.id`;
  const between = child.sibling(target, `${child.alias}_b`);
  const found = sql`${refersTo(between, rest.join('.'), parentAlias)} and ${between.condition('read')}`;
  return sql`${child.column(first)} = any(array(select ${raw(between.alias)}.id from ${between.table()} ${raw(between.alias)}${between.joins()} where ${found}))`;
}

/** The value of a roll-up over the children that the reader may see. */
export function rollupColumn(
  child: Children,
  rollup: RollupOptions,
  parentAlias: string,
  parents: Fragment,
): Fragment {
  const { workspace, actor, now } = child.reader;
  const expression = parseWhere(rollup.where ?? {}, {
    field: (path) => resolvePath(child.registry, child.object, path)?.field,
    today: dayIn(now, actor.timeZone),
    timeZone: actor.timeZone,
    currency: workspace.currency,
    currencies: Object.keys(workspace.rates),
  });
  const measured = rollup.field === undefined ? raw('*') : inBaseCurrency(child, rollup.field);
  const filter = sql`${child.condition('read')} and ${compile(expression, child)}`;
  const owner =
    rollup.below === undefined
      ? refersTo(child, rollup.by, parentAlias)
      : sql`${child.column(rollup.by)} in (with recursive below(id) as (select ${raw(parentAlias)}.id union select p.id from ${parents} p join below on p.${raw(quoted(rollup.below))} = below.id where p."deletedAt" is null) select id from below)`;
  const value = sql`(select ${raw(rollup.measure)}(${measured}) from ${child.table()} ${raw(child.alias)}${child.joins()} where ${owner} and ${filter})`;
  return rollup.measure === 'sum' ? sql`coalesce(${value}, 0)` : value;
}
