import { parseWhere } from '#kernel/expression/parse-where.ts';
import type { Field } from '#kernel/field/field.ts';
import { objectNamed } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { compile } from '../expression/compile.ts';
import { type Fragment, quoted, raw, sql } from '../sql/fragment.ts';
import type { Context } from './context.ts';
import { inBaseCurrency } from './base-currency.ts';
import { Scope } from './scope.ts';

/** The value of a roll-up over the children that the reader may see. */
export function rollupColumn(reader: Pick<Context, 'registry' | 'workspace' | 'actor'>, field: Field, parentAlias: string): Fragment {
  const { rollup } = field;
  if (rollup === undefined) throw new Error('A roll-up field has no roll-up');
  const object = objectNamed(reader.registry, rollup.object);
  const child = new Scope(reader, object, `${parentAlias}_r`);
  const expression = parseWhere(rollup.where ?? {}, {
    field: (path) => resolvePath(reader.registry, object, path)?.field,
    today: '2000-01-01',
    timeZone: 'UTC',
    currency: reader.workspace.currency,
    currencies: Object.keys(reader.workspace.rates),
  });
  const measured = rollup.field === undefined ? raw('*') : inBaseCurrency(child, rollup.field);
  const filter = sql`${child.condition('read')} and ${compile(expression, child)}`;
  const value = sql`(select ${raw(rollup.measure)}(${measured}) from ${child.table()} ${raw(child.alias)}${child.joins()} where ${raw(`${child.alias}.${quoted(rollup.by)} = ${parentAlias}.id`)} and ${filter})`;
  return rollup.measure === 'sum' ? sql`coalesce(${value}, 0)` : value;
}
