import type { Expression } from '#kernel/expression/expression.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';

/** The alternatives of a condition. */
export function reasonsOf(condition: Expression): readonly Expression[] {
  return condition.node === 'call' && condition.call === 'or'
    ? condition.inputs.flatMap(reasonsOf)
    : [condition];
}

/** The reference that says why, and what it refers to, where whoever sees that sees the record. */
export function throughOf(
  registry: Registry,
  object: ObjectModel,
  reason: Expression,
): { readonly name: string; readonly target: ObjectModel } | undefined {
  const [input] = reason.node === 'call' && reason.call === 'visible' ? reason.inputs : [];
  if (input?.node !== 'path') return undefined;
  const field = object.fields.get(input.path);
  if (field?.type !== 'reference' || field.target === undefined) return undefined;
  return { name: input.path, target: objectNamed(registry, field.target) };
}
