import { type Actor, circlesOf } from '#engine/access/actor.ts';
import { type Operation, recordCondition } from '#engine/access/rights.ts';
import { holds, type Surroundings } from '#kernel/expression/evaluate.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';

export type Stored = Readonly<Record<string, unknown>> & { readonly id: string };

/** Everything in a workspace as an administrator reads it, by object and id. */
export type World = ReadonlyMap<string, ReadonlyMap<string, Stored>>;

/** Says in memory, apart from all SQL, what a person may do with a record. */
export function oracleOf(registry: Registry, world: World, actor: Actor) {
  const known = new Map<string, boolean>();

  function may(operation: Operation, object: ObjectModel, record: Stored): boolean {
    const key = `${operation} ${object.name} ${record.id}`;
    const answer =
      known.get(key) ?? holds(recordCondition(registry, object, operation, actor), around(object, record));
    known.set(key, answer);
    return answer;
  }

  function around(object: ObjectModel, record: Stored): Surroundings {
    return {
      actor: actor.id ?? '',
      ...circlesOf(actor),
      today: '2026-01-01',
      now: '2026-01-01T00:00:00+00:00',
      timeZone: 'UTC',
      kind: (path) => valueKind(resolvePath(registry, object, path)?.field ?? { type: 'text' }),
      value: (path) => valueAt(object, record, path.split('.')),
      visible: (path) => reached('read', object, record, path),
      changeable: (path) => reached('read', object, record, path) && reached('update', object, record, path),
      shared: (as) => sharesOf(object, record).some((share) => reaches(share, as)),
    };
  }

  function reached(operation: Operation, object: ObjectModel, record: Stored, path: string): boolean {
    const value = record[path];
    if (value === null || value === undefined) return false;
    const field = object.allFields.get(path);
    const { object: name, id } =
      typeof value === 'object'
        ? (value as { object: string; id: string })
        : { object: field?.target ?? registry.people, id: String(value) };
    const target = world.get(name)?.get(id);
    return target !== undefined && may(operation, objectNamed(registry, name), target);
  }

  function sharesOf(object: ObjectModel, { id }: Stored): readonly Stored[] {
    return [...(world.get('share')?.values() ?? [])].filter(({ record }) => {
      const shared = record as { readonly object: string; readonly id: string };
      return shared.object === object.name && shared.id === id;
    });
  }

  function reaches({ audience, access, until }: Stored, as: string): boolean {
    const { audiences = [], territories = [] } = actor.standing ?? {};
    if (typeof until === 'string' && until < new Date().toISOString().slice(0, 10)) return false;
    if (as === 'update' && access !== 'update') return false;
    return (as === 'territory' ? territories : audiences).includes(String(audience));
  }

  /** Behind a reference to a record that the person may not see there is nothing. */
  function valueAt(object: ObjectModel, record: Stored, [name = '', ...rest]: readonly string[]): unknown {
    const value = record[name] ?? null;
    if (rest.length === 0 || value === null) return rest.length === 0 ? value : null;
    const target = objectNamed(registry, object.allFields.get(name)?.target ?? registry.people);
    const next = world.get(target.name)?.get(String(value));
    return next !== undefined && may('read', target, next) ? valueAt(target, next, rest) : null;
  }

  return { may };
}
