import type { FieldMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import type { Values } from '#web/fields/field-props.ts';

export interface DifferingField {
  readonly field: FieldMeta;
  /** This record has nothing here and the other has something. */
  readonly fill: boolean;
}

/** The fields in which another record says something else, and that a person may write. */
export function differingFields(
  fields: readonly FieldMeta[],
  own: Values,
  other: Values,
): readonly DifferingField[] {
  return fields
    .filter(
      ({ readOnly, immutable, result, type }) =>
        !readOnly && !immutable && result === undefined && type !== 'autoNumber',
    )
    .filter(({ name }) => !isEmpty(other[name]) && JSON.stringify(own[name]) !== JSON.stringify(other[name]))
    .map((field) => ({ field, fill: isEmpty(own[field.name]) }));
}
