import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import type { Values } from '#web/fields/field-props.ts';

const TEXTS = ['longText', 'richText'];

/** What an activity's card shows: its running texts, and the facts its own page puts first. */
export function activityParts(object: ObjectMeta, activity: Values) {
  const byName = new Map(object.fields.map((field) => [field.name, field]));
  const facts = object.page.highlights.flatMap((name): readonly FieldMeta[] => {
    const field = byName.get(name);
    return field && field.name !== object.nameField ? [field] : [];
  });
  const texts = object.fields.filter((field) => TEXTS.includes(field.type) && !isEmpty(activity[field.name]));
  return { facts, texts };
}
