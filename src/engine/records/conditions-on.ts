import { parseWhere } from '#kernel/expression/parse-where.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { callerOf } from './binding.ts';
import type { Context } from './context.ts';
import { holdsOn } from './holds-on.ts';
import type { Values } from './record-values.ts';

/** Says of a declared condition whether it holds for a record's own values. */
export function conditionsOn(
  context: Context,
  object: ObjectModel,
  values: Values,
): (where: unknown) => boolean {
  const holds = holdsOn(context, object, values);
  return (where) =>
    holds(
      parseWhere(where, {
        field: (path) => resolvePath(context.registry, object, path)?.field,
        today: callerOf(context).today,
        timeZone: context.actor.timeZone,
        currency: context.workspace.currency,
        currencies: Object.keys(context.workspace.rates),
      }),
    );
}
