import type { ObjectMeta } from '#kernel/meta.ts';
import { fieldView } from '#web/fields/registry.ts';
import { type FormFields, firstFields } from './first-fields.ts';

const typeName = 'recordType';
const systemFields = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** What a form for a new record of an object asks for, at once and further: of which type it is before anything else. */
export function formFields(object: ObjectMeta, given: readonly string[] = []): FormFields {
  const editable = object.fields.filter(
    (field) => !field.readOnly && !systemFields.has(field.name) && fieldView(field).Editor,
  );
  const type = editable.find(({ name }) => name === typeName);
  const { first, rest } = firstFields(
    object,
    editable.filter((field) => field !== type),
    given,
  );
  const several = (object.types ?? []).filter(({ open }) => open).length > 1;
  return { first: type && several ? [type, ...first] : first, rest };
}
