import type { Field, FieldTypeName } from '../../field/field.ts';
import { tellsCurrency } from '../../field/tells-currency.ts';
import { valueKind } from '../../field/value-kind.ts';

/** What a part of a written expression yields. Empty fits everything. */
export interface WrittenType {
  readonly kind: WrittenKind;
  /** Of a choice: the values that it can have. */
  readonly choices?: readonly string[];
}

export type WrittenKind =
  | 'text'
  | 'number'
  | 'money'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'record'
  | 'list'
  | 'empty';

/** The type of a field's value; undefined when expressions cannot read it. */
export function typeOfField(field: Field): WrittenType | undefined {
  if (field.sealed === true) return undefined;
  if (tellsCurrency(field)) return { kind: 'money' };
  const kind = valueKind(field);
  if (kind === 'opaque') return undefined;
  const choices = field.choices?.map(({ value }) => value);
  return { kind: kind === 'identifier' ? 'record' : kind, ...(choices && { choices }) };
}

/** The type of field that shows what an expression yields; undefined when nothing can. */
export const resultTypes: Readonly<Partial<Record<WrittenKind, FieldTypeName>>> = {
  text: 'text',
  number: 'decimal',
  money: 'money',
  boolean: 'boolean',
  date: 'date',
  instant: 'dateTime',
};
