import type { ValueOf } from '../object.ts';
import type { definesObjects } from '../traits/defines-objects.ts';

type Defining = typeof definesObjects.fields;

/** An object that a company has added: a record of the object that defines objects, null where it says nothing. */
export type ObjectDefinition = { readonly id: string } & {
  readonly [Key in keyof Defining]: ValueOf<Defining[Key]> | null;
};
