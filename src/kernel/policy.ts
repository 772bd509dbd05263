import type { FieldsOf } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Where } from './where.ts';

/**
 * Which records: none, those the person owns, those of the person and everyone below, all, or a condition in which
 * `$actor` is the person and `$team` the person and everyone below.
 */
export type Scope<Name extends ObjectName = ObjectName> = 'none' | 'own' | 'team' | 'all' | Where<Name>;

export interface Grant<Name extends ObjectName = ObjectName> {
  readonly read?: Scope<Name>;
  readonly create?: boolean;
  readonly update?: Scope<Name>;
  readonly delete?: Scope<Name>;
  readonly import?: boolean;
  readonly fields?: { readonly [Key in keyof FieldsOf<Name>]?: 'hidden' | 'read' };
}

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
