import { always, call, type Expression, never, pathsOf } from '#kernel/expression/expression.ts';
import type { Field } from '#kernel/field/field.ts';
import { everyone, type Grant, type Scope } from '#kernel/policy.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { type Resolved, resolvePath } from '#kernel/resolve.ts';
import type { Actor } from './actor.ts';
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

export function mayCreate(object: ObjectModel, actor: Actor): boolean {
  if (object.declaration.unites !== undefined) return false;
  return actor.unlimited || grantsOf(object, actor).some((grant) => grant.create === true);
}

export function mayImport(object: ObjectModel, actor: Actor): boolean {
  return (
    mayCreate(object, actor) &&
    (actor.unlimited || grantsOf(object, actor).some((grant) => grant.import === true))
  );
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

/** A field is hidden, or read only, when every role of the actor that reads the object says so. */
export function fieldRight(object: ObjectModel, name: string, actor: Actor): 'hidden' | 'read' | 'write' {
  if (actor.unlimited) return 'write';
  const rights = grantsOf(object, actor)
    .filter((grant) => (grant.read ?? 'none') !== 'none')
    .map(
      (grant) => (grant.fields as Readonly<Record<string, 'hidden' | 'read'>> | undefined)?.[name] ?? 'write',
    );
  if (rights.includes('write') || rights.length === 0) return 'write';
  return rights.includes('read') ? 'read' : 'hidden';
}

/**
 * The field at a path when the actor may read it at every step of the way. What a field is computed from can be told
 * from it, so a formula or roll-up over something hidden is hidden too; a sum of what he may never see would be zero.
 */
export function readableField(
  registry: Registry,
  object: ObjectModel,
  path: string,
  actor: Actor,
): Field | undefined {
  const resolved = resolvePath(registry, object, path);
  if (resolved === undefined) return undefined;
  const seen = [
    ...resolved.steps.map((step) => fieldRight(step.object, step.name, actor)),
    fieldRight(resolved.object, resolved.name, actor),
  ];
  if (seen.includes('hidden')) return undefined;
  const { rollup } = resolved.field;
  if (rollup && !mayEver(registry, objectNamed(registry, rollup.object), 'read', actor)) return undefined;
  return inputsOf(registry, resolved).every(([from, input]) => readableField(registry, from, input, actor))
    ? resolved.field
    : undefined;
}

function inputsOf(
  registry: Registry,
  { field, object }: Pick<Resolved, 'field' | 'object'>,
): readonly (readonly [ObjectModel, string])[] {
  if (field.type === 'formula')
    return pathsOf(field.expression as Expression).map((input) => [object, input] as const);
  if (field.running !== undefined)
    return Object.values(field.running).map((input) => [object, input] as const);
  const { rollup } = field;
  const children = rollup && objectNamed(registry, rollup.object);
  return rollup?.field === undefined || children === undefined ? [] : [[children, rollup.field]];
}

function grantsOf(object: ObjectModel, actor: Actor): readonly Grant[] {
  return [everyone, ...actor.roles]
    .map((role) => object.policy?.grants[role])
    .filter((grant) => grant !== undefined) as readonly Grant[];
}

function withParent(object: ObjectModel, operation: Operation, condition: Expression): Expression {
  const { partOf } = object.declaration;
  if (partOf === undefined) return condition;
  const whole = call(operation === 'read' ? 'visible' : 'changeable', { node: 'path', path: partOf });
  return condition === always ? whole : call('and', whole, condition);
}

function scopeCondition(registry: Registry, object: ObjectModel, scope: Scope, actor: Actor): Expression {
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
