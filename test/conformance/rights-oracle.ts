import type { Actor } from '#engine/access/actor.ts';
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
      team: actor.team,
      today: '2026-01-01',
      now: '2026-01-01T00:00:00+00:00',
      kind: (path) => valueKind(resolvePath(registry, object, path)?.field ?? { type: 'text' }),
      value: (path) => valueAt(object, record, path.split('.')),
      visible(path) {
        const value = record[path];
        if (value === null || value === undefined) return false;
        const field = object.allFields.get(path);
        const { object: name, id } =
          typeof value === 'object'
            ? (value as { object: string; id: string })
            : { object: field?.target ?? registry.people, id: String(value) };
        const target = world.get(name)?.get(id);
        return target !== undefined && may('read', objectNamed(registry, name), target);
      },
    };
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
