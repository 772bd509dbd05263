import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import { dateParts } from '#kernel/report/buckets.ts';
import { type GroupField, groupField, isDate, kindOf } from '#kernel/report/report-field.ts';
import { conditionFields } from '#web/views/filters/condition-field.ts';

const grouped = new Set(['choice', 'boolean', 'reference', 'user', 'date', 'dateTime', 'text', 'integer']);

/** By what records of an object can be grouped: its own fields, then those of what it refers to. */
export function groupFields(meta: Meta, object: ObjectMeta): readonly (readonly GroupField[])[] {
  return conditionFields(meta, object)
    .map((fields) =>
      fields
        .filter(({ field }) => grouped.has(kindOf(field)) && !field.sealed && !field.masked)
        .flatMap(({ path, field }) => (isDate(field) ? dateParts.map((part) => `${path}.${part}`) : [path]))
        .flatMap((name) => groupField(meta, object.name, name) ?? []),
    )
    .filter((fields) => fields.length > 0);
}

/** Dates by which a report may be limited to a span of time: the object's own. */
export function dateFields(object: ObjectMeta): readonly FieldMeta[] {
  return object.fields.filter(isDate);
}
