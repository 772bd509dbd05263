import type { Fields } from './fields.ts';

/** An adjective that objects share: what it adds is the same everywhere. */
export interface Trait<Name extends string = string, Own extends Fields = Fields> {
  readonly name: Name;
  readonly fields: Own;
  /** Indexes that its fields ask for, as an object declares them. */
  readonly indexes?: readonly (readonly string[])[];
}

export function defineTrait<const Name extends string, Own extends Fields>(
  trait: Trait<Name, Own>,
): Trait<Name, Own> {
  return Object.freeze(trait);
}

/** All of a union's members at once. */
export type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (
  member: infer All,
) => void
  ? All
  : never;

/** The fields that a list of traits adds together. */
export type TraitFields<Traits extends readonly Trait[]> = [Traits[number]] extends [never]
  ? Record<never, never>
  : Extract<Intersection<Traits[number]['fields']>, Fields>;
