import type { Field } from '../field/field.ts';
import { valueKind } from '../field/value-kind.ts';

/** Whether records have an order by a field: not by what is sealed, by lists, or by what has parts. */
export function isSortable(field: Field): boolean {
  return (
    field.sealed !== true && field.type !== 'regarding' && !['opaque', 'list'].includes(valueKind(field))
  );
}
