import { evaluate } from '#kernel/expression/evaluate.ts';
import { parseWhere } from '#kernel/expression/parse-where.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { callerOf } from './binding.ts';
import type { Context } from './context.ts';
import type { Values } from './record-values.ts';

/** Says of a declared condition whether it holds for a record's own values. */
export function conditionsOn(
  context: Context,
  object: ObjectModel,
  values: Values,
): (where: unknown) => boolean {
  const { actor, ...rest } = callerOf(context);
  const around = {
    ...rest,
    actor: actor ?? '',
    value: (path: string) => values[path] ?? null,
    kind: (path: string) => valueKind(object.allFields.get(path) ?? { type: 'text' }),
  };
  return (where) =>
    evaluate(
      parseWhere(where, {
        field: (path) => resolvePath(context.registry, object, path)?.field,
        today: rest.today,
        timeZone: context.actor.timeZone,
        currency: context.workspace.currency,
        currencies: Object.keys(context.workspace.rates),
      }),
      around,
    ) === true;
}
