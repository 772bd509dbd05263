import { parseWhere } from '#kernel/expression/parse-where.ts';
import { dayIn } from '#kernel/expression/zone.ts';
import type { RollupOptions } from '#kernel/field/field.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { compile } from '../expression/compile.ts';
import { type Fragment, quoted, raw, sql } from '../sql/fragment.ts';
import { inBaseCurrency } from './base-currency.ts';
import { type Children, refersTo } from './children.ts';

/** The value of a roll-up over the children that the reader may see. */
export function rollupColumn(
  child: Children,
  rollup: RollupOptions,
  parentAlias: string,
  parents: Fragment,
): Fragment {
  const counted = conditionOf(child, rollup);
  const measured = measuredBy(child, rollup);
  const owner =
    rollup.below === undefined
      ? refersTo(child, rollup.by, parentAlias)
      : sql`${child.column(rollup.by)} in (with recursive below(id) as (select ${raw(parentAlias)}.id union select p.id from ${parents} p join below on p.${raw(quoted(rollup.below))} = below.id where p."deletedAt" is null) select id from below)`;
  const filter = sql`${child.condition('read')} and ${counted}`;
  return orNothing(
    rollup,
    sql`(select ${measured} from ${child.table()} ${raw(child.alias)}${child.joins()} where ${owner} and ${filter})`,
  );
}

/** What children must be to be counted. */
export function conditionOf(child: Children, { where = {} }: RollupOptions): Fragment {
  const { workspace, actor, now } = child.reader;
  const expression = parseWhere(where, {
    field: (path) => resolvePath(child.registry, child.object, path)?.field,
    today: dayIn(now, actor.timeZone),
    timeZone: actor.timeZone,
    currency: workspace.currency,
    currencies: Object.keys(workspace.rates),
  });
  return compile(expression, child);
}

/** What is reckoned of the children. */
export function measuredBy(child: Children, { measure, field }: RollupOptions): Fragment {
  return sql`${raw(measure)}(${field === undefined ? raw('*') : inBaseCurrency(child, field)})`;
}

/** A sum of nothing is nothing. */
export function orNothing({ measure }: RollupOptions, value: Fragment): Fragment {
  return measure === 'sum' ? sql`coalesce(${value}, 0)` : value;
}
