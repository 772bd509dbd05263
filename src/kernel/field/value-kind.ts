import type { FieldTypeName } from './field.ts';

/** How values of a type are compared, in memory and in SQL alike. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'identifier' | 'list' | 'opaque';

const kinds: Readonly<Record<FieldTypeName, ValueKind>> = {
  text: 'text',
  longText: 'text',
  richText: 'text',
  integer: 'number',
  decimal: 'number',
  money: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'instant',
  recurrence: 'opaque',
  duration: 'number',
  choice: 'text',
  multiChoice: 'list',
  email: 'text',
  phone: 'text',
  url: 'text',
  address: 'opaque',
  location: 'opaque',
  reference: 'identifier',
  manyToMany: 'list',
  regarding: 'identifier',
  user: 'identifier',
  autoNumber: 'text',
  file: 'opaque',
  json: 'opaque',
  formula: 'opaque',
  rollup: 'opaque',
};

/** A formula or roll-up compares as the type that it yields. */
export function valueKind(field: {
  readonly type: FieldTypeName;
  readonly result?: FieldTypeName;
}): ValueKind {
  return kinds[field.result ?? field.type];
}
