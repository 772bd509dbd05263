import type { Field } from './field/field.ts';

/** Fields by name, in the order in which they are shown. */
export type Fields = Readonly<Record<string, Field>>;
