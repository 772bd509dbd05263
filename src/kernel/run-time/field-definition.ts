import type { ValueOf } from '../object.ts';
import type { definesFields } from '../traits/defines-fields.ts';

type Defining = typeof definesFields.fields;

/** A field that a company has added: a record of the object that defines fields, null where it says nothing. */
export type FieldDefinition = { readonly id: string } & {
  readonly [Key in keyof Defining]: ValueOf<Defining[Key]> | null;
};

/** One value of an added choice, as its definition gives it. */
export interface DefinedChoice {
  readonly value: string;
  readonly color: string;
  readonly zh?: string;
  readonly en?: string;
  /** Other names that files call it. */
  readonly names?: readonly string[];
}
