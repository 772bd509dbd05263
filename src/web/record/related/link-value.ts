import type { FieldMeta } from '#kernel/meta.ts';

/** What a new record's field must hold to point to this record. */
export function linkValue(field: FieldMeta, object: string, id: string): unknown {
  if (field.type === 'regarding') return { object, id };
  return field.type === 'manyToMany' ? [id] : id;
}

/** The condition that finds the records pointing here. */
export function linkWhere(
  field: FieldMeta,
  id: string,
  path = field.name,
): Readonly<Record<string, unknown>> {
  return { [path]: field.type === 'manyToMany' ? { contains: id } : id };
}
