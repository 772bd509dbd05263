import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';

/** At most this many inputs when a record is added beside another one. */
const MOST = 8;

/**
 * The fields to ask for when a record is added in passing: whatever is required, those of its first section and
 * those at its head, long ones last; without the one that links it to the record at hand, and without the state
 * in which each begins.
 */
export function entryFields(object: ObjectMeta, link: string): readonly FieldMeta[] {
  const { sections, highlights, path } = object.page;
  const several = (object.types ?? []).filter(({ open }) => open).length > 1;
  const type = several ? ['recordType'] : [];
  const asked = new Set([...type, ...(sections[0]?.fields ?? []), ...highlights]);
  const begun = (field: FieldMeta) => field.name === path && field.default !== undefined;
  const typed = object.fields.filter(
    (field) => !field.readOnly && !field.result && field.name !== link && !begun(field),
  );
  const wanted = [...asked].flatMap((name) => typed.find((field) => field.name === name) ?? []);
  const required = typed.filter((field) => field.required && !asked.has(field.name));
  const long = ({ type }: FieldMeta) => (type === 'longText' || type === 'richText' ? 1 : 0);
  return [...required, ...wanted.slice(0, MOST)].toSorted((one, other) => long(one) - long(other));
}
