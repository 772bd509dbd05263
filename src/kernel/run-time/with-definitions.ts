import type { Complaint } from '../problem.ts';
import type { Inverse, Registry } from '../registry.ts';
import type { AddedField } from './added-field.ts';
import { computedInTurn, isComputed } from './computed-in-turn.ts';
import { conditionFaults } from './condition-faults.ts';
import { definedField } from './defined-field.ts';
import type { FieldDefinition } from './field-definition.ts';
import { type RecordType, typeField } from './record-type.ts';
import { typeFieldOf, typesByObject } from './type-field.ts';
import { withAdded } from './with-added.ts';

/** A company's registry, and why some of its definitions are left out, by their ids. */
export interface Defined {
  readonly registry: Registry;
  readonly faults: ReadonlyMap<string, readonly Complaint[]>;
}

/**
 * What modules declare with what a company adds. Everything that the company did not change is shared, so that a
 * company costs the memory of its differences alone. A definition that does not fit, or no longer, is left out; a
 * field whose condition does not is there without it.
 */
export function withDefinitions(
  declared: Registry,
  definitions: readonly FieldDefinition[],
  types: readonly RecordType[] = [],
): Defined {
  const base = withTypes(declared, types);
  const faults = new Map<string, readonly Complaint[]>();
  const made = (registry: Registry, some: readonly FieldDefinition[]) =>
    some.flatMap((definition): AddedField[] => {
      const complaints: Complaint[] = [];
      const field = definedField(registry, definition, complaints);
      if (complaints.length > 0) faults.set(definition.id, complaints);
      else faults.delete(definition.id);
      return complaints.length > 0 ? [] : [{ definition, name: definition.name ?? '', field }];
    });
  const stored = made(
    base,
    definitions.filter(({ type }) => !isComputed(type)),
  );
  const computed = computedInTurn(
    stored,
    definitions.filter(({ type }) => isComputed(type)),
    (known, some) => made(together(base, known), some),
    faults,
  );
  const ids = definitions.map(({ id }) => id);
  const added = [...stored, ...computed].sort(
    (one, other) => ids.indexOf(one.definition.id) - ids.indexOf(other.definition.id),
  );
  const all = together(base, added);
  const kept = added.map((one) => {
    const complaints = conditionFaults(all, one.definition);
    if (complaints.length === 0) return one;
    faults.set(one.definition.id, complaints);
    const { requiredWhen: _, ...field } = one.field;
    return { ...one, field };
  });
  return { registry: faults.size === 0 ? all : together(base, kept), faults };
}

/** Objects with types know them, and have the field that tells them. */
function withTypes(base: Registry, types: readonly RecordType[]): Registry {
  if (types.length === 0) return base;
  const changed = [...typesByObject(types)].flatMap(([name, own]) => {
    const object = base.objects.get(name);
    if (object === undefined || object.fields.has(typeField)) return [];
    return [[name, { ...withAdded(object, [typeFieldOf(object, own)], []), types: own }] as const];
  });
  return { ...base, objects: new Map([...base.objects, ...changed]) };
}

function together(base: Registry, added: readonly AddedField[]): Registry {
  if (added.length === 0) return base;
  const byObject = Map.groupBy(added, ({ definition }) => definition.object ?? '');
  const inverses = Map.groupBy(
    added.flatMap(({ definition, name, field }): (Inverse & { readonly target: string })[] =>
      (field.type === 'user' ? [] : [...(field.targets ?? []), ...(field.target ? [field.target] : [])]).map(
        (target) => ({ target, object: definition.object ?? '', name, field }),
      ),
    ),
    ({ target }) => target,
  );
  const changed = [...new Set([...byObject.keys(), ...inverses.keys()])].flatMap((name) => {
    const object = base.objects.get(name);
    if (object === undefined) return [];
    return [[name, withAdded(object, byObject.get(name) ?? [], inverses.get(name) ?? [])] as const];
  });
  return { ...base, objects: new Map([...base.objects, ...changed]) };
}
