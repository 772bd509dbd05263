import { always, call, type Expression, never, pathsOf } from '#kernel/expression/expression.ts';
import { parseWhere } from '#kernel/expression/parse-where.ts';
import type { Field } from '#kernel/field/field.ts';
import type { Grant, Scope } from '#kernel/policy.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { type Resolved, resolvePath } from '#kernel/resolve.ts';
import type { Actor } from './actor.ts';

export type Operation = 'read' | 'update' | 'delete';

/**
 * The condition under which the actor may do something with a record: the union of what his roles grant.
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
  const scopes = grantsOf(object, actor).map((grant) => grant[operation] ?? 'none');
  const conditions = scopes.map((scope) => scopeCondition(registry, object, scope));
  if (conditions.includes(always)) return withParent(object, always);
  const kept = conditions.filter((condition) => condition !== never);
  return kept.length === 0
    ? never
    : withParent(object, kept.length === 1 ? (kept[0] as Expression) : call('or', ...kept));
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
 * from it, so a formula or roll-up over something hidden is hidden too.
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
  const { rollup } = field;
  const children = rollup && objectNamed(registry, rollup.object);
  return rollup?.field === undefined || children === undefined ? [] : [[children, rollup.field]];
}

function grantsOf(object: ObjectModel, actor: Actor): readonly Grant[] {
  return actor.roles
    .map((role) => object.policy?.grants[role])
    .filter((grant) => grant !== undefined) as readonly Grant[];
}

function withParent(object: ObjectModel, condition: Expression): Expression {
  const { partOf } = object.declaration;
  if (partOf === undefined) return condition;
  const visible = call('visible', { node: 'path', path: partOf });
  return condition === always ? visible : call('and', visible, condition);
}

function scopeCondition(registry: Registry, object: ObjectModel, scope: Scope): Expression {
  if (scope === 'none') return never;
  if (scope === 'all') return always;
  const where = scope === 'own' ? { owner: '$actor' } : scope === 'team' ? { owner: { in: '$team' } } : scope;
  return parseWhere(where, {
    field: (path) => resolvePath(registry, object, path)?.field,
    today: '2000-01-01',
    timeZone: 'UTC',
    currency: '',
    currencies: [],
  });
}
