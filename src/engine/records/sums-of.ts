import { parseWhere } from '#kernel/expression/parse-where.ts';
import { Refusal } from '#kernel/problem.ts';
import type { KeptTotal, ObjectModel } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { compile } from '../expression/compile.ts';
import { argument, type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { PlanCache } from './plan-cache.ts';
import type { Values } from './record-values.ts';
import { Scope } from './scope.ts';

interface Sum {
  readonly amount: string | null;
  readonly currency: string | null;
  readonly mixed: boolean;
}

const plans = new PlanCache<Statement>();

/** What the parts of each of these records add up to, one statement for all of them: the values of its totals, empty where there is no part. */
export async function sumsOf(
  context: Context,
  part: ObjectModel,
  totals: readonly KeptTotal[],
  ids: readonly string[],
): Promise<(id: string) => Values> {
  const statement = plans.get(context, `${part.name}+${totals[0]?.of}`, () =>
    compileStatement(
      sql`select w.id, ${join(
        totals.map((total) => sumOf(context, part, total)),
        ', ',
      )} from unnest(${argument('ids')}::uuid[]) w(id)`,
    ),
  );
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context, { ids })));
  const sums = new Map(rows.map(([id, ...texts]) => [id, texts.map((text) => JSON.parse(text as string))]));
  return (id) =>
    Object.fromEntries(
      totals.map((total, index) => [total.name, totalValue(part, total, sums.get(id)?.[index] as Sum)]),
    );
}

function sumOf(context: Context, part: ObjectModel, { by, field, where = {} }: KeptTotal): Fragment {
  const scope = new Scope(context, part, 'p');
  const { workspace } = context;
  const condition = parseWhere(where, {
    field: (path) => resolvePath(context.registry, part, path)?.field,
    today: '2000-01-01',
    timeZone: 'UTC',
    currency: workspace.currency,
    currencies: Object.keys(workspace.rates),
  });
  const matching = sql`${scope.condition('read')} and ${compile(condition, scope)}`;
  const currency = raw(isMoney(part, field) ? `p.${quoted(`${field}Currency`)}` : 'null::text');
  return sql`(select json_build_object('amount', sum(${scope.column(field)})::text, 'currency', min(${currency}), 'mixed', count(distinct ${currency}) > 1) from ${scope.table()} p where p.${raw(quoted(by))} = w.id and ${matching})`;
}

function totalValue(part: ObjectModel, { field }: KeptTotal, { amount, currency, mixed }: Sum): unknown {
  if (mixed) throw new Refusal('invalid', [{ field, code: 'mixedCurrencies' }]);
  if (amount === null) return null;
  return isMoney(part, field) ? { amount, currency } : amount;
}

function isMoney(part: ObjectModel, field: string): boolean {
  return part.fields.get(field)?.type === 'money';
}
