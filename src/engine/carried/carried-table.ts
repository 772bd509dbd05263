import { type Carried, carriedBy } from '#kernel/carried.ts';
import type { ObjectModel } from '#kernel/registry.ts';

/** No field has such a name, so no list of links is called so. */
export function carriedTable(object: string, { reference, field }: Carried): string {
  return `${object}_by_${reference}_${field}`.slice(0, 44);
}

/** The tables of all that an object carries. */
export function carriedTablesOf({ name, declaration }: ObjectModel): readonly string[] {
  return carriedBy(declaration).map((carried) => carriedTable(name, carried));
}
