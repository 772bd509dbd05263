import type { ObjectMeta } from '#kernel/meta.ts';
import { fieldView } from '#web/fields/registry.ts';
import { type FormFields, firstFields } from './first-fields.ts';

const systemFields = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** What a form for a new record of an object asks for, at once and further. */
export function formFields(object: ObjectMeta, given: readonly string[] = []): FormFields {
  const editable = object.fields.filter(
    (field) => !field.readOnly && !systemFields.has(field.name) && fieldView(field).Editor,
  );
  return firstFields(object, editable, given);
}
