import { holds } from '#kernel/expression/evaluate.ts';
import { pathsOf } from '#kernel/expression/expression.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { FieldRule } from '#kernel/field-rule.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { callerOf } from './binding.ts';
import type { Context } from './context.ts';
import type { Values } from './record-values.ts';

/** A record before it is written and as it would be. */
interface Write {
  readonly before: Values | undefined;
  readonly after: Values;
  /** What was sent. */
  readonly input: Values;
  readonly changed: ReadonlySet<string>;
}

/**
 * Fields that are required while a condition holds and would be empty, as long as somebody touches them or what the
 * condition asks for; and fields that are locked as the record is, and would be changed by hand.
 */
export function fieldRuleFaults(context: Context, object: ObjectModel, write: Write): readonly Complaint[] {
  const { fieldRules } = object;
  if (fieldRules.length === 0) return [];
  const { before, after, input, changed } = write;
  const touched = (name: string) => before === undefined || changed.has(name);
  const lacking = fieldRules.flatMap((rule) => {
    if (rule.effect !== 'required') return [];
    const asked = pathsOf(rule.when).some(touched);
    const empty = rule.fields.filter((name) => (after[name] ?? null) === null && (asked || touched(name)));
    return empty.length > 0 && holdsFor(context, object, rule, after) ? empty : [];
  });
  // What is new is locked by nothing yet, and verbs do what nobody does by hand.
  const byHand = before !== undefined && context.verb === undefined;
  const locked = fieldRules.flatMap((rule) => {
    if (!byHand || rule.effect !== 'readOnly') return [];
    const moved = rule.fields.filter((name) => name in input && changed.has(name));
    return moved.length > 0 && holdsFor(context, object, rule, before) ? moved : [];
  });
  return [
    ...[...new Set(lacking)].map((field) => ({ field, code: 'required' })),
    ...[...new Set(locked)].map((field) => ({ field, code: 'lockedNow' })),
  ];
}

function holdsFor(
  context: Context,
  { allFields }: ObjectModel,
  { when }: FieldRule,
  values: Values,
): boolean {
  const { actor, ...caller } = callerOf(context);
  return holds(when, {
    ...caller,
    actor: actor ?? '',
    value: (path) => values[path] ?? null,
    kind: (path) => valueKind(allFields.get(path) ?? { type: 'text' }),
  });
}
