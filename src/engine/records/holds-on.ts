import { holds } from '#kernel/expression/evaluate.ts';
import type { Expression } from '#kernel/expression/expression.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { callerOf } from './binding.ts';
import type { Context } from './context.ts';

type Values = Readonly<Record<string, unknown>>;

/** Says of a condition over what a record itself stores whether it holds for these values. */
export function holdsOn(
  context: Context,
  { allFields }: ObjectModel,
  values: Values,
): (when: Expression) => boolean {
  const { actor, ...caller } = callerOf(context);
  const around = {
    ...caller,
    actor: actor ?? '',
    value: (path: string) => values[path] ?? null,
    kind: (path: string) => valueKind(allFields.get(path) ?? { type: 'text' }),
  };
  return (when) => holds(when, around);
}
