import { type ConditionField, conditionField } from '../condition-field.ts';
import type { FieldMeta, ModelMeta } from '../meta.ts';
import { type BandPart, bandParts } from './bands.ts';
import { type DatePart, dateParts } from './buckets.ts';
import { readSince, type SincePart } from './since.ts';

/** What records are grouped by: a field, a date by a part of it. */
export interface GroupField extends ConditionField {
  /** As an aggregate names it: the path, and the part of a date. */
  readonly name: string;
  readonly part?: DatePart;
  /** A position by the region or the city that it lies in. */
  readonly placePart?: PlacePart;
  /** A date by how long ago it is, a percentage by how much it is. */
  readonly band?: BandPart;
  /** How many parts of time it lies after another date. */
  readonly since?: { readonly part: SincePart; readonly from: ConditionField };
  /** The path to what names the record that a reference leads to. */
  readonly namePath?: string;
}

/** What positions are grouped by. */
export const placeParts = ['region', 'city'] as const;
export type PlacePart = (typeof placeParts)[number];

/** What a group's name stands for; undefined when there is no such field, or none that this person may know. */
export function groupField(meta: ModelMeta, object: string, name: string): GroupField | undefined {
  const whole = conditionField(meta, object, name);
  if (whole !== undefined) return { ...whole, name, ...namePath(meta, whole) };
  const dot = name.lastIndexOf('.');
  const since = sinceField(meta, object, name);
  if (since !== undefined) return since;
  const band = bandParts.find((each) => each === name.slice(dot + 1));
  const banded = band && conditionField(meta, object, name.slice(0, dot));
  if (banded && band === bandOf(banded.field)) return { ...banded, name, band };
  const placePart = placeParts.find((each) => each === name.slice(dot + 1));
  const position = placePart && conditionField(meta, object, name.slice(0, dot));
  if (position?.field.type === 'location') return { ...position, name, placePart };
  const part = dateParts.find((each) => each === name.slice(dot + 1));
  const field = part && conditionField(meta, object, name.slice(0, dot));
  return field && isDate(field.field) ? { ...field, name, part } : undefined;
}

function sinceField(meta: ModelMeta, object: string, name: string): GroupField | undefined {
  const read = readSince(name);
  const field = read && conditionField(meta, object, read.path);
  const from = read && conditionField(meta, object, read.from);
  if (!field || !from || !isDate(field.field) || !isDate(from.field)) return undefined;
  return { ...field, name, since: { part: read.part, from } };
}

/** What of a field can be told of many records together. */
export function measuresOf(field: FieldMeta): readonly string[] {
  if (field.sealed || field.masked) return [];
  if (['money', 'integer', 'decimal', 'percent', 'duration'].includes(kindOf(field)))
    return kindOf(field) === 'percent' ? ['avg', 'min', 'max'] : ['sum', 'avg', 'min', 'max'];
  if (isDate(field)) return ['min', 'max'];
  return ['reference', 'user', 'choice'].includes(kindOf(field)) ? ['countDistinct'] : [];
}

/** A measure taken apart: `sum(account.revenue)`. */
export interface Measure {
  readonly name: string;
  readonly kind: string;
  readonly field?: ConditionField;
}

/** What a measure's numbers are: those of its field, but for how many there are. */
export function typeOfMeasure({ kind, field }: Measure): string {
  return field === undefined || kind === 'countDistinct' ? 'integer' : kindOf(field.field);
}

export function measureAt(meta: ModelMeta, object: string, name: string): Measure | undefined {
  if (name === 'count') return { name, kind: 'count' };
  const [, kind = '', path = ''] = /^(\w+)\(([\w.]+)\)$/.exec(name) ?? [];
  const field = conditionField(meta, object, path);
  return field && measuresOf(field.field).includes(kind) ? { name, kind, field } : undefined;
}

function namePath(meta: ModelMeta, { path, field }: ConditionField): { namePath?: string } {
  if (!['reference', 'user'].includes(field.type)) return {};
  const target = meta.objects.find(({ name }) => name === (field.targets?.[0] ?? 'user'));
  return target ? { namePath: `${path}.${target.nameField}` } : {};
}

/** A day or an instant. */
export function isDate(field: FieldMeta): boolean {
  return ['date', 'dateTime'].includes(kindOf(field));
}

/** Into which kind of bands its values fall; undefined where they fall into none. */
export function bandOf(field: FieldMeta): BandPart | undefined {
  if (isDate(field)) return 'age';
  return kindOf(field) === 'percent' ? 'share' : undefined;
}

/** What its values are, also of a formula. */
export function kindOf(field: FieldMeta): string {
  return field.result ?? field.type;
}
