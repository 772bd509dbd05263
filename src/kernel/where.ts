import type { Path } from './object.ts';
import type { ObjectName } from './object-name.ts';

/** The operators of a condition, as written in the API. */
export const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'nin',
  'contains',
  'startsWith',
  'between',
  'within',
  'isNull',
] as const;

export type Operator = (typeof operators)[number];

/** A condition on the records of one object, as data: checked by the compiler at the field's name. */
export type Where<Name extends ObjectName> =
  | { readonly [Key in Path<Name>]?: unknown }
  | { readonly and: readonly Where<Name>[] }
  | { readonly or: readonly Where<Name>[] }
  | { readonly not: Where<Name> };
