import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';

/** At most this many inputs when a record is added beside another one. */
const MOST = 8;

/**
 * The fields to ask for when a record is added in passing: those of its first section and whatever is required,
 * without the one that links it to the record at hand.
 */
export function entryFields(object: ObjectMeta, link: string): readonly FieldMeta[] {
  const first = object.page.sections[0]?.fields ?? [];
  const typed = object.fields.filter((field) => !field.readOnly && !field.result && field.name !== link);
  const inSection = first.flatMap((name) => typed.find((field) => field.name === name) ?? []);
  const required = typed.filter((field) => field.required && !first.includes(field.name));
  return [...required, ...inSection.slice(0, MOST)];
}
