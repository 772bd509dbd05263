import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { fieldView } from '#web/fields/registry.ts';

const systemFields = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** The fields of a new record's form: those asked for at once, and those behind "all fields". */
export interface FormFields {
  readonly first: readonly FieldMeta[];
  readonly rest: readonly FieldMeta[];
}

const enough = 8;

/** Chooses what a form asks first: what is required, then what the record page shows first. */
export function formFields(object: ObjectMeta, given: readonly string[] = []): FormFields {
  const editable = object.fields.filter(
    (field) => !field.readOnly && !systemFields.has(field.name) && fieldView(field).Editor,
  );
  const order = [...(object.page.sections[0]?.fields ?? []), ...object.page.highlights.map(firstName)];
  const wanted = new Set([
    ...order.filter((name) => editable.some((field) => field.name === name && field.required)),
    ...editable.filter((field) => field.required).map(({ name }) => name),
    ...given,
    ...order,
    ...(order.length === 0 ? editable.map(({ name }) => name) : []),
  ]);
  const place = (field: FieldMeta) => (order.includes(field.name) ? order.indexOf(field.name) : order.length);
  const chosen = [...wanted].filter((name) => editable.some((field) => field.name === name));
  const required = editable.filter(({ required: must }) => must).length;
  const first = new Set(chosen.slice(0, Math.max(enough, required)));
  return {
    first: editable.filter(({ name }) => first.has(name)).sort((one, other) => place(one) - place(other)),
    rest: editable.filter(({ name }) => !first.has(name)),
  };
}

function firstName(path: string): string {
  return path.split('.')[0] ?? path;
}
