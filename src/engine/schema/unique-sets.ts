import type { ObjectModel } from '#kernel/registry.ts';

/** Fields that together are unique among the live records of an object, and the index that sees to it. */
export function uniqueSets(
  object: ObjectModel,
): readonly { readonly index: string; readonly fields: readonly string[] }[] {
  const single = [...object.fields].filter(([, field]) => field.unique === true).map(([name]) => [name]);
  return [...single, ...object.declaration.unique].map((fields) => ({
    index: `${object.name}_${fields.join('_')}_unique`.slice(0, 63),
    fields,
  }));
}
