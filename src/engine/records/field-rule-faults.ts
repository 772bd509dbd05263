import { pathsOf } from '#kernel/expression/expression.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from './context.ts';
import { holdsOn } from './holds-on.ts';
import { offeringFaults } from './offered-choices.ts';
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
 * condition asks for; fields that are locked as the record is, and would be changed by hand; and choices that are not
 * offered in the record as it would be.
 */
export function fieldRuleFaults(context: Context, object: ObjectModel, write: Write): readonly Complaint[] {
  const { fieldRules } = object;
  if (fieldRules.length === 0) return [];
  const { before, after, input, changed } = write;
  const holds = holdsOn(context, object, after);
  const touched = (name: string) => before === undefined || changed.has(name);
  const lacking = fieldRules.flatMap((rule) => {
    if (rule.effect !== 'required') return [];
    const asked = pathsOf(rule.when).some(touched);
    const empty = rule.fields.filter((name) => (after[name] ?? null) === null && (asked || touched(name)));
    return empty.length > 0 && holds(rule.when) ? empty : [];
  });
  // What is new is locked by nothing yet, and verbs do what nobody does by hand.
  const heldBefore =
    before !== undefined && context.verb === undefined ? holdsOn(context, object, before) : undefined;
  const locked = fieldRules.flatMap((rule) => {
    if (heldBefore === undefined || rule.effect !== 'readOnly') return [];
    const moved = rule.fields.filter((name) => name in input && changed.has(name));
    return moved.length > 0 && heldBefore(rule.when) ? moved : [];
  });
  return [
    ...[...new Set(lacking)].map((field) => ({ field, code: 'required' })),
    ...[...new Set(locked)].map((field) => ({ field, code: 'lockedNow' })),
    ...offeringFaults(context, object, before, after, changed),
  ];
}
