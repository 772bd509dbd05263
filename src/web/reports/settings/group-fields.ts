import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import { dateParts } from '#kernel/report/buckets.ts';
import {
  bandOf,
  type GroupField,
  groupField,
  isDate,
  kindOf,
  placeParts,
} from '#kernel/report/report-field.ts';
import { sinceName, sinceWords } from '#kernel/report/since.ts';
import { conditionFields } from '#web/views/filters/condition-field.ts';

const grouped = new Set([
  'choice',
  'boolean',
  'reference',
  'user',
  'date',
  'dateTime',
  'text',
  'integer',
  'percent',
  'location',
]);

/** By what records of an object can be grouped: its own fields, then those of what it refers to. */
export function groupFields(meta: Meta, object: ObjectMeta): readonly (readonly GroupField[])[] {
  return conditionFields(meta, object)
    .map((fields) =>
      fields
        .filter(({ field }) => grouped.has(kindOf(field)) && !field.sealed && !field.masked)
        .flatMap(({ path, field }) => partsOf(field).map((part) => (part === '' ? path : `${path}.${part}`)))
        .flatMap((name) => groupField(meta, object.name, name) ?? []),
    )
    .filter((fields) => fields.length > 0);
}

/** Dates by which a report may be limited to a span of time: the object's own. */
export function dateFields(object: ObjectMeta): readonly FieldMeta[] {
  return object.fields.filter(isDate);
}

/** By which parts a field is grouped. */
function partsOf(field: FieldMeta): readonly string[] {
  if (isDate(field)) return [...dateParts, 'age'];
  const band = bandOf(field);
  if (band !== undefined) return [band];
  return kindOf(field) === 'location' ? placeParts : [''];
}

/** The spans of time from the date that rows are grouped by to each other date: the columns of a cohort. */
export function sinceFields(meta: Meta, object: ObjectMeta, row: string): readonly GroupField[] {
  const from = groupField(meta, object.name, row);
  const part = Object.values(sinceWords).find((each) => each === from?.part);
  if (from === undefined || part === undefined) return [];
  return conditionFields(meta, object)
    .flat()
    .filter(({ path, field }) => isDate(field) && path !== from.path && !field.masked && !field.sealed)
    .flatMap(({ path }) => groupField(meta, object.name, sinceName({ path, part, from: from.path })) ?? []);
}
