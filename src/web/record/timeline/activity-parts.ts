import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import type { Values } from '#web/fields/field-props.ts';
import { asTarget } from '#web/fields/reference/target.ts';

const TEXTS = ['longText', 'richText'];

/**
 * What an activity's card shows: its running texts, and the facts its own page puts first.
 * That the one who wrote it is also its owner goes without saying.
 */
export function activityParts(object: ObjectMeta, activity: Values, actor?: string) {
  const byName = new Map(object.fields.map((field) => [field.name, field]));
  const told = (field: FieldMeta) =>
    field.type === 'user' && asTarget('', activity[field.name])?.id === actor;
  const facts = object.page.highlights
    .flatMap((name) => byName.get(name) ?? [])
    .filter((field) => field.name !== object.nameField && !isEmpty(activity[field.name]) && !told(field));
  const texts = object.fields.filter((field) => TEXTS.includes(field.type) && !isEmpty(activity[field.name]));
  return { facts, texts };
}
