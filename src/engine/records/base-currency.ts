import { tellsCurrency } from '#kernel/field/tells-currency.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import type { Context } from './context.ts';

/** The part of a scope that adding up needs. */
export interface Summed {
  readonly registry: Registry;
  readonly object: ObjectModel;
  readonly reader: Pick<Context, 'workspace' | 'actor' | 'now'>;
  column(path: string): Fragment;
  currency(path: string): Fragment;
}

/** A number to be added up: money is turned into the workspace's currency at its rates first, exactly. */
export function inBaseCurrency(scope: Summed, path: string): Fragment {
  const amount = scope.column(path);
  const rates = Object.entries(scope.reader.workspace.rates).filter(
    ([code]) => code !== scope.reader.workspace.currency,
  );
  const field = resolvePath(scope.registry, scope.object, path)?.field;
  if (field === undefined || !tellsCurrency(field) || rates.length === 0) return amount;
  const cases = rates
    .map(([code, rate]) => `when '${code.replace(/[^A-Z]/g, '')}' then ${rate.replace(/[^\d.]/g, '')}`)
    .join(' ');
  return sql`(${amount} * case ${scope.currency(path)} ${raw(cases)} else 1 end)`;
}
