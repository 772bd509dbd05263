import type { Decision } from '#kernel/change.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { ruleFaults } from '../access/rule-faults.ts';
import { withKnownFiles } from '../files/known-files.ts';
import { withPositions } from '../places/with-positions.ts';
import { sameSealed } from '../sealing/sealed-value.ts';
import { callerOf } from './binding.ts';
import { brokenRules } from './broken-rules.ts';
import { conditionsOn } from './conditions-on.ts';
import type { Context } from './context.ts';
import { decisionFor } from './decision.ts';
import { fieldRuleFaults } from './field-rule-faults.ts';
import { lacking } from './lacking.ts';
import type { Values } from './record-values.ts';
import { typeFaults } from './typed-values.ts';

/** What a write comes to, before anything is written. */
export interface Decided {
  readonly after: Values;
  readonly changed: ReadonlySet<string>;
}

/**
 * The decide step of the ladder, the same for every door: derived values, required fields, state machines, rules and
 * guards. Adds to `complaints`; the caller refuses when there are any.
 */
export async function decide(
  context: Context,
  object: ObjectModel,
  before: Values | undefined,
  input: Values,
  complaints: Complaint[],
  decision: Decision = decisionFor(context),
): Promise<Decided> {
  const values = await withKnownFiles(context, object, before, input, complaints);
  const told = { ...before, ...values };
  const { derive } = object.declaration;
  const derived = derive?.(told, changedNames(object, before, told), callerOf(context));
  const placed = withPositions(object, before, { ...told, ...derived });
  const after = await completed(object, before, decision, placed);
  const changed = changedNames(object, before, after);
  const lacks = lacking(context, object, after, changed, before === undefined);
  const ruled = fieldRuleFaults(context, object, { before, after, input, changed });
  const each = new Map([...lacks, ...ruled].map((one) => [one.field, one]));
  complaints.push(
    ...[...each.values()].filter((one) => !complaints.some(({ field }) => field === one.field)),
    ...moves(object, before, after, changed),
    ...broken(context, object, after),
    ...ruleFaults(context.registry, object, after),
    ...typeFaults(object, context.actor, before, after, changed),
  );
  if (complaints.length === 0) complaints.push(...(await brokenRules(context, object, after)));
  const { guard } = object;
  if (complaints.length === 0 && guard?.fields.some((name) => changed.has(name))) {
    complaints.push(
      ...(await guard.check(
        { before: before as never, after: whole(object, after) as never, changed },
        decision,
      )),
    );
  }
  return { after, changed };
}

/** The record with what its guard takes from other records. */
async function completed(
  object: ObjectModel,
  before: Values | undefined,
  decision: Decision,
  after: Values,
): Promise<Values> {
  const { guard } = object;
  if (guard?.complete === undefined) return after;
  const changed = changedNames(object, before, after);
  if (!guard.fields.some((name) => changed.has(name))) return after;
  const write = { before: before as never, after: whole(object, after) as never, changed };
  return { ...after, ...(await guard.complete(write, decision)) };
}

/** Every field present, null where empty: a record as guards know it. */
function whole(object: ObjectModel, values: Values): Values {
  return { ...Object.fromEntries([...object.fields.keys()].map((name) => [name, null])), ...values };
}

/** The stored fields whose value is not what it was. */
function changedNames(object: ObjectModel, before: Values | undefined, after: Values): Set<string> {
  const changed = new Set<string>();
  for (const name of object.fields.keys()) {
    if (after[name] !== undefined && !same(before?.[name] ?? null, after[name] ?? null)) changed.add(name);
  }
  return changed;
}

export function same(left: unknown, right: unknown): boolean {
  if (left === right || sameSealed(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  return ordered(left) === ordered(right);
}

function ordered(value: object): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** A state machine lets a value be followed only by those that its declaration names. */
function moves(
  object: ObjectModel,
  before: Values | undefined,
  after: Values,
  changed: ReadonlySet<string>,
): readonly Complaint[] {
  if (before === undefined) return [];
  return [...changed].flatMap((name) => {
    const [from, to] = [before[name], after[name]];
    const transitions = object.fields.get(name)?.transitions;
    if (transitions === undefined || typeof from !== 'string' || transitions[from]?.includes(to as string))
      return [];
    return [{ field: name, code: 'notAllowedMove', parameters: { from, to: String(to) } }];
  });
}

function broken(context: Context, object: ObjectModel, after: Values): readonly Complaint[] {
  const { rules } = object.declaration;
  if (rules.length === 0) return [];
  const holds = conditionsOn(context, object, after);
  return rules.filter(({ when }) => holds(when)).map(({ field, code }) => ({ field, code }));
}
