import type { Field } from '../field/field.ts';
import type { ParseContext } from '../field/type.ts';
import { fieldTypes } from '../field/types.ts';
import { type Complaint, Unacceptable } from '../problem.ts';

const named: Readonly<Record<string, readonly string[]>> = {
  $actor: ['user'],
  $today: ['date'],
  $now: ['dateTime'],
};

/** Why an added field would not take its own default. */
export function defaultFaults(field: Field, context: ParseContext): readonly Complaint[] {
  if (field.default === undefined || named[String(field.default)]?.includes(field.type)) return [];
  try {
    fieldTypes[field.type].parse(field.default, field, context);
    return [];
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    return [{ field: 'default', code: error.code, parameters: error.parameters }];
  }
}
