import type { Meta, ObjectMeta } from '#kernel/meta.ts';

/** Where a record is: by a position of its own, or of a record that it refers to. */
export interface PlacePath {
  readonly path: string;
  readonly label: string;
}

/** The positions by which records of an object can be put on a map, its own first. */
export function placePaths(meta: Meta, object: ObjectMeta): readonly PlacePath[] {
  const own = positionsOf(object).map(({ name, label }) => ({ path: name, label }));
  const others = object.fields
    .filter(
      ({ type, targets }) => type === 'reference' && targets?.length === 1 && targets[0] !== object.name,
    )
    .flatMap((reference) => {
      const target = meta.objects.find(({ name }) => name === reference.targets?.[0]);
      return target === undefined
        ? []
        : positionsOf(target).map(({ name, label }) => ({
            path: `${reference.name}.${name}`,
            label: `${reference.label} · ${label}`,
          }));
    });
  return [...own, ...others];
}

function positionsOf({ fields }: ObjectMeta) {
  return fields.filter(({ type, operators }) => type === 'location' && operators.includes('within'));
}
