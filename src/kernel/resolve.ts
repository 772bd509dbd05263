import type { Field } from './field/field.ts';
import type { ObjectModel, Registry } from './registry.ts';

/** A field reached from an object, with the references followed on the way. */
export interface Resolved {
  readonly field: Field;
  readonly name: string;
  /** The object that has the field. */
  readonly object: ObjectModel;
  /** The reference fields followed, from the starting object on. */
  readonly steps: readonly {
    readonly object: ObjectModel;
    readonly name: string;
    readonly target: ObjectModel;
  }[];
}

/** At most this many references are followed. */
const deepest = 3;

/** The field that a dotted path names, or undefined when there is none. */
export function resolvePath(registry: Registry, start: ObjectModel, path: string): Resolved | undefined {
  const names = path.split('.');
  const last = names.pop() ?? '';
  if (names.length > deepest) return undefined;
  const steps: Resolved['steps'][number][] = [];
  let object = start;
  for (const name of names) {
    const field = object.allFields.get(name);
    const target = field?.target ?? (field?.type === 'user' ? registry.people : undefined);
    // A record's id is a reference to the record itself, which leads nowhere.
    if (name === 'id') return undefined;
    const next =
      field?.type === 'reference' || field?.type === 'user' ? registry.objects.get(target ?? '') : undefined;
    if (next === undefined) return undefined;
    steps.push({ object, name, target: next });
    object = next;
  }
  const field = object.allFields.get(last);
  return field === undefined ? undefined : { field, name: last, object, steps };
}
