import type { Field } from '../field/field.ts';
import type { FieldDefinition } from './field-definition.ts';

/** A definition with the field that it stands for. */
export interface AddedField {
  readonly definition: FieldDefinition;
  readonly name: string;
  readonly field: Field;
}
