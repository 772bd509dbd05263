import type { Circle } from './circle.ts';
import type { FieldsOf } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Where } from './where.ts';

/**
 * Which records: none, those the person owns, those that somebody of a circle around him owns, those of his
 * territories and his own, all, or a condition in which `$actor` is the person and `$team`, for instance, that circle.
 */
export type Scope<Name extends ObjectName = ObjectName> =
  | 'none'
  | 'own'
  | Circle
  | 'territory'
  | 'all'
  | Where<Name>;

/** A field that is not there, that is shown in part and told whole only when asked for, or that is only read. */
export type FieldLimit = 'hidden' | 'masked' | 'read';

export interface Grant<Name extends ObjectName = ObjectName> {
  readonly read?: Scope<Name>;
  readonly create?: boolean;
  readonly update?: Scope<Name>;
  readonly delete?: Scope<Name>;
  readonly import?: boolean;
  /** May show views of such records to anybody, by links. */
  readonly publish?: boolean;
  readonly fields?: { readonly [Key in keyof FieldsOf<Name>]?: FieldLimit };
}

/** The name under which a policy grants something to all who work here, whatever their roles. */
export const everyone = 'everyone';

/** Who may do what with one object, by role. A role that is not named may do nothing; administrators may do all. */
export interface Policy<Name extends ObjectName = ObjectName> {
  readonly object: Name;
  readonly grants: Readonly<Record<string, Grant<Name>>>;
}

export function definePolicy<const Name extends ObjectName>(
  object: Name,
  grants: Readonly<Record<string, Grant<Name>>>,
): Policy {
  return Object.freeze({ object, grants }) as unknown as Policy;
}
