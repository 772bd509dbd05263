import type { Field } from '../field/field.ts';
import { type ValueKind, valueKind } from '../field/value-kind.ts';
import type { Operator } from '../where.ts';

const byKind: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: ['eq', 'ne', 'contains', 'startsWith', 'in', 'nin', 'gt', 'gte', 'lt', 'lte', 'between', 'isNull'],
  number: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin', 'isNull'],
  boolean: ['eq', 'ne', 'isNull'],
  date: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin', 'isNull'],
  instant: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'isNull'],
  identifier: ['eq', 'ne', 'in', 'nin', 'isNull'],
  list: ['contains', 'in', 'nin', 'isNull'],
  opaque: ['isNull'],
};

/**
 * The operators that conditions on a field may use; a choice has no order, a position lies in a
 * window of the map or in regions and cities, and a sealed value is the same or another.
 */
export function operatorsOf(field: Field): readonly Operator[] {
  if (field.sealed === true) return ['eq', 'in', 'isNull'];
  if (field.type === 'location') return ['within', 'in', 'nin', 'isNull'];
  return field.type === 'choice' ? ['eq', 'ne', 'in', 'nin', 'isNull'] : byKind[valueKind(field)];
}
