import { always, call, type Expression, never, pathsOf } from '#kernel/expression/expression.ts';
import type { Field } from '#kernel/field/field.ts';
import { maskable } from '#kernel/mask.ts';
import { everyone, type FieldLimit, type Grant, type Scope } from '#kernel/policy.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { type Resolved, resolvePath } from '#kernel/resolve.ts';
import type { Actor } from './actor.ts';
import { changedGrant } from './changed-grant.ts';
import { conditionOn } from './condition-on.ts';
import { sharedAs } from './shared.ts';

export type Operation = 'read' | 'update' | 'delete';

/**
 * The condition under which the actor may do something with a record: the union of what his roles grant and of what is
 * shared with him, which widens the records but never the kinds of thing that his roles open to him.
 * A part of another record is read as that record is read and changed as that record is changed.
 */
export function recordCondition(
  registry: Registry,
  object: ObjectModel,
  operation: Operation,
  actor: Actor,
): Expression {
  if (operation !== 'read' && object.declaration.unites !== undefined) return never;
  if (object.declaration.appendOnly && !mayAmend(operation, actor)) return never;
  if (actor.unlimited) return always;
  const conditions = grantsOf(object, actor)
    .map((grant) => scopeCondition(registry, object, grant[operation] ?? 'none', actor))
    .filter((condition) => condition !== never);
  if (conditions.length === 0) return never;
  if (conditions.includes(always)) return withParent(object, operation, always);
  const granted = [...conditions, ...sharedConditions(registry, object, operation, actor)];
  return withParent(
    object,
    operation,
    granted.length === 1 ? (granted[0] as Expression) : call('or', ...granted),
  );
}

/** What is written once is read by people; the system, saying why, lets it follow what it refers to. */
function mayAmend(operation: Operation, actor: Actor): boolean {
  return operation === 'read' || (operation === 'update' && actor.reason !== undefined);
}

export function mayCreate(object: ObjectModel, actor: Actor): boolean {
  const { unites, raised } = object.declaration;
  if (unites !== undefined || (raised && actor.reason === undefined)) return false;
  return actor.unlimited || grantsOf(object, actor).some((grant) => grant.create === true);
}

/** Whether rows of a table may become such records; what is nothing without a file cannot come from one. */
export function mayImport(object: ObjectModel, actor: Actor): boolean {
  const needsFile = [...object.fields.values()].some(({ type, required }) => type === 'file' && required);
  return (
    !needsFile &&
    mayCreate(object, actor) &&
    (actor.unlimited || grantsOf(object, actor).some((grant) => grant.import === true))
  );
}

/** Whether views of such records may be shown to people who are nobody here. */
export function mayPublish(object: ObjectModel, actor: Actor): boolean {
  return actor.unlimited || grantsOf(object, actor).some((grant) => grant.publish === true);
}

/** Whether any record at all could be reached. */
export function mayEver(
  registry: Registry,
  object: ObjectModel,
  operation: Operation,
  actor: Actor,
): boolean {
  return recordCondition(registry, object, operation, actor) !== never;
}

export type FieldRight = FieldLimit | 'write';

const fromLeast: readonly FieldRight[] = ['hidden', 'masked', 'read', 'write'];

/** The most that any role of the actor that reads the object lets him do with a field. What cannot be masked is hidden. */
export function fieldRight(object: ObjectModel, name: string, actor: Actor): FieldRight {
  if (actor.unlimited) return 'write';
  const limits = grantsOf(object, actor)
    .filter((grant) => (grant.read ?? 'none') !== 'none')
    .map((grant) => (grant.fields as Readonly<Record<string, FieldRight>> | undefined)?.[name] ?? 'write');
  const most = limits.length === 0 ? 'write' : fromLeast.findLast((right) => limits.includes(right));
  const type = object.allFields.get(name)?.type ?? 'json';
  return most === 'masked' && !maskable.has(type) ? 'hidden' : (most ?? 'write');
}

/**
 * The field at a path when the actor may know its value at every step of the way: to filter, sort and count by it. What
 * a field is computed from can be told from it, so a formula or roll-up over something withheld is withheld too, and a
 * sum over what he may never see is withheld rather than shown as nothing.
 */
export function readableField(
  registry: Registry,
  object: ObjectModel,
  path: string,
  actor: Actor,
): Field | undefined {
  return fieldWith(registry, object, path, actor, ['read', 'write']);
}

/** The field at a path when the actor may be shown it, though perhaps masked. */
export function shownField(
  registry: Registry,
  object: ObjectModel,
  path: string,
  actor: Actor,
): Field | undefined {
  return fieldWith(registry, object, path, actor, ['masked', 'read', 'write']);
}

function fieldWith(
  registry: Registry,
  object: ObjectModel,
  path: string,
  actor: Actor,
  rights: readonly FieldRight[],
): Field | undefined {
  const resolved = resolvePath(registry, object, path);
  if (resolved === undefined) return undefined;
  const steps = resolved.steps.map((step) => fieldRight(step.object, step.name, actor));
  if (steps.includes('hidden') || !rights.includes(fieldRight(resolved.object, resolved.name, actor)))
    return undefined;
  const { rollup } = resolved.field;
  if (rollup && !mayEver(registry, objectNamed(registry, rollup.object), 'read', actor)) return undefined;
  return inputsOf(registry, resolved).every(([from, input]) => readableField(registry, from, input, actor))
    ? resolved.field
    : undefined;
}

/** The fields that a field is computed from, each with the object that has it. */
export function inputsOf(
  registry: Registry,
  { field, object }: Pick<Resolved, 'field' | 'object'>,
): readonly (readonly [ObjectModel, string])[] {
  if (field.type === 'formula')
    return pathsOf(field.expression as Expression).map((input) => [object, input] as const);
  if (field.from !== undefined) return [[object, field.from]];
  if (field.running !== undefined)
    return Object.values(field.running).map((input) => [object, input] as const);
  const { rollup } = field;
  const children = rollup && objectNamed(registry, rollup.object);
  return rollup?.field === undefined || children === undefined ? [] : [[children, rollup.field]];
}

function grantsOf(object: ObjectModel, actor: Actor): readonly Grant[] {
  return grantedTo(object, actor).map(({ grant }) => grant);
}

/** What each role of the actor grants him with an object, as declared and as the workspace has changed it. */
export function grantedTo(
  object: ObjectModel,
  { roles, standing }: Actor,
): readonly { readonly role: string; readonly grant: Grant }[] {
  return [everyone, ...roles].flatMap((role) => {
    const declared = object.policy?.grants[role];
    const change = standing?.grants.find((one) => one.role === role && one.object === object.name);
    const grant = change === undefined ? declared : changedGrant(declared, change);
    return grant === undefined ? [] : [{ role, grant }];
  });
}

function withParent(object: ObjectModel, operation: Operation, condition: Expression): Expression {
  const { partOf } = object.declaration;
  if (partOf === undefined) return condition;
  const whole = call(operation === 'read' ? 'visible' : 'changeable', { node: 'path', path: partOf });
  return condition === always ? whole : call('and', whole, condition);
}

/** The condition that a scope stands for. */
export function scopeCondition(
  registry: Registry,
  object: ObjectModel,
  scope: Scope,
  actor: Actor,
): Expression {
  if (scope === 'none') return never;
  if (scope === 'all') return always;
  if (scope === 'territory') {
    const own = conditionOn(registry, object, { owner: '$actor' });
    const assigned = sharedAs(registry, object, 'territory', actor);
    return assigned.length === 0 ? own : call('or', own, ...assigned);
  }
  if (scope === 'own') return conditionOn(registry, object, { owner: '$actor' });
  return conditionOn(registry, object, typeof scope === 'string' ? { owner: { in: `$${scope}` } } : scope);
}

/** What is shared for changing may be read too; nothing is shared for deleting. */
function sharedConditions(
  registry: Registry,
  object: ObjectModel,
  operation: Operation,
  actor: Actor,
): readonly Expression[] {
  return operation === 'delete' ? [] : sharedAs(registry, object, operation, actor);
}
