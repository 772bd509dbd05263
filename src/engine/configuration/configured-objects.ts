import { namingFields, toldFields } from '#kernel/configuring.ts';
import type { Field } from '#kernel/field/field.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { definingObjects } from '../run-time/read-definitions.ts';

/** An object whose records say how the product works in a company, and what another company is told of them. */
export interface ConfiguredObject {
  readonly object: ObjectModel;
  readonly fields: readonly (readonly [string, Field])[];
  /** By which a record is the same in another company. */
  readonly names: readonly string[];
}

/** In the order in which their records build on each other: objects and fields first, and what is referred to before who refers. */
export function configuredObjects(registry: Registry): readonly ConfiguredObject[] {
  const configuring = [...registry.objects.values()].filter(({ declaration }) => declaration.configures);
  const isConfiguring = (name: string) => objectNamed(registry, name).declaration.configures;
  const found = new Map<string, ConfiguredObject>();
  const add = (object: ObjectModel) => {
    if (found.has(object.name)) return;
    const fields = toldFields(object.fields, isConfiguring);
    const configured = { object, fields, names: namingFields(object.declaration) };
    for (const [, { type, target, targets = [] }] of fields)
      for (const name of type === 'reference' ? [target ?? ''] : targets) {
        const other = objectNamed(registry, name);
        if (other !== object && other.declaration.configures) add(other);
      }
    found.set(object.name, configured);
  };
  for (const object of [...definingObjects(registry), ...configuring]) add(object);
  return [...found.values()];
}
