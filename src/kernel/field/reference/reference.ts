import type { ObjectName } from '../../object-name.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { identifierInput, identifierOf } from '../identifier-input.ts';
import type { FieldType } from '../type.ts';

export interface ReferenceOptions<Required extends boolean> extends FieldOptions<string> {
  readonly required?: Required;
  /** What happens here when the record referred to is deleted; `clear` unless told. */
  readonly onDelete?: 'restrict' | 'clear' | 'cascade';
  /** Events of this record also belong to the timeline of the record referred to; true unless told. */
  readonly timeline?: boolean;
  /** For an object that refers to itself, as in a hierarchy: no circle may arise. */
  readonly acyclic?: boolean;
  /**
   * The reference of the same object in whose place this one may stand, as a module may add it: one of the two is
   * filled in, and what is unique by that one, or called by it, is so by this one.
   */
  readonly insteadOf?: string;
  /** A condition on what may be chosen; `$field` names a field of this record. */
  readonly limit?: Readonly<Record<string, unknown>>;
}

export interface ReferenceField<Target extends string, Required extends boolean>
  extends Field<string, Required> {
  readonly target: Target;
}

/** Another record, by the qualified name of its object. */
export function reference<Target extends ObjectName, const Required extends boolean = false>(
  target: Target,
  options: ReferenceOptions<Required> = {},
): ReferenceField<Target, Required> {
  return field('reference', {
    onDelete: 'clear',
    timeline: true,
    indexed: true,
    ...options,
    target,
  }) as ReferenceField<Target, Required>;
}

export const referenceType: FieldType = {
  parse: identifierInput,
  schema: ({ target }) => identifierOf(target),
};
