import type { Field } from '#kernel/field/field.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';

/** The objects whose records say how the product works in a company, in the order in which they build on each other. */
export function configuredObjects(registry: Registry): readonly ObjectModel[] {
  return (['definition', 'grant', 'sharingRule'] as const).flatMap(
    (purpose) => registry.purposes.get(purpose) ?? [],
  );
}

/** The fields by which a record is the same in another company. */
export function namingFields(object: ObjectModel): readonly string[] {
  const [set] = object.declaration.unique;
  const single = [...object.fields].find(([, field]) => field.unique)?.[0];
  const names = set ?? (single === undefined ? [] : [single]);
  if (names.length === 0) throw new Error(`Nothing names a record of ${object.name} in every company.`);
  // The object first: what belongs to one stands together.
  return [...names].sort((one, other) => Number(other === 'object') - Number(one === 'object'));
}

/** The fields that are told, without those that follow from others. */
export function toldFields(object: ObjectModel): readonly (readonly [string, Field])[] {
  return [...object.fields].filter(([, field]) => field.readOnly !== true && field.type !== 'manyToMany');
}
