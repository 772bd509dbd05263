import { choiceOf } from '../writing/choice-of.ts';
import type { Formatting } from '../writing/formatting.ts';
import { valueText } from '../writing/value-text.ts';
import { ahead, type BandPart, bandEnd } from './bands.ts';
import { daysOfBucket } from './buckets.ts';
import type { GroupValue } from './grid.ts';
import type { GroupField, Measure } from './report-field.ts';

/** The text of a key, with what stands in it. */
export type Translate = (key: string, parts?: Readonly<Record<string, string>>) => string;

export interface Words {
  readonly t: Translate;
  readonly formatting: Formatting;
}

/** What a report groups by: `Close date by month`. */
export function groupWords({ t }: Words, { label, part, placePart, band, since }: GroupField): string {
  if (since !== undefined) return t(`reports.since.${since.part}`, { label, from: since.from.label });
  const by = part ?? placePart ?? band;
  return by ? t(`reports.by.${by}`, { label }) : label;
}

/** A group by its name: the record, the choice, the month. */
export function groupText({ t, formatting }: Words, { field, value, name }: GroupValue): string {
  if (value === null || value === undefined || value === '')
    return t(field.band === 'age' ? 'reports.never' : 'reports.nothing');
  if (field.namePath !== undefined) return name ? String(name) : t('reports.notShown');
  if (field.placePart !== undefined) return String(name ?? value);
  if (field.band !== undefined) return bandText({ t }, field.band, Number(value));
  if (field.since !== undefined) return t(`reports.nth.${field.since.part}`, { number: String(value) });
  if (field.part !== undefined) return bucketText(String(value), field, formatting.locale);
  if (typeof value === 'boolean') return t(value ? 'reports.yes' : 'reports.no');
  return valueText(field.field, value, formatting);
}

/** `30–59 days ago`, `75–99 %`; what has no end is told by its beginning. */
function bandText({ t }: Pick<Words, 't'>, band: BandPart, from: number): string {
  if (from === ahead) return t('reports.ahead');
  const end = bandEnd(band, from);
  const to = end === undefined ? '' : String(end - 1);
  return t(`reports.${band}.${end === undefined ? 'open' : 'between'}`, { from: String(from), to });
}

function bucketText(bucket: string, { part }: GroupField, locale: string): string {
  const day = part && daysOfBucket(bucket, part)?.[0];
  if (part !== 'month' && part !== 'day') return bucket;
  const shape = { timeZone: 'UTC', year: 'numeric', month: 'short' } as const;
  const whole = part === 'day' ? ({ ...shape, day: 'numeric' } as const) : shape;
  return day ? new Intl.DateTimeFormat(locale, whole).format(new Date(day)) : bucket;
}

/** How groups of a field follow each other: choices as they are declared, dates as they come, nothing last. */
export function groupOrder(words: Words): (one: GroupValue, other: GroupValue) => number {
  const rank = ({ value }: GroupValue) => (value === null || value === undefined ? 1 : 0);
  return (one, other) => {
    if (rank(one) !== rank(other)) return rank(one) - rank(other);
    const { field, part } = one.field;
    if (part !== undefined) return String(one.value) < String(other.value) ? -1 : 1;
    if (field.choices) {
      const place = (value: unknown) => field.choices?.findIndex((choice) => choice.value === value) ?? 0;
      return place(one.value) - place(other.value);
    }
    if (typeof one.value === 'number') return Number(one.value) - Number(other.value);
    return groupText(words, one).localeCompare(groupText(words, other), words.formatting.locale);
  };
}

/** What is counted or summed: `Sum of Amount`. */
export function measureWords({ t }: Words, { kind, field }: Measure): string {
  const dated = field && ['date', 'dateTime'].includes(field.field.result ?? field.field.type);
  const word = dated ? { min: 'earliest', max: 'latest' }[kind] : undefined;
  return t(`reports.measure.${word ?? kind}`, { label: field?.label ?? '' });
}

/** A measured value as people read it. */
export function measureText({ formatting }: Words, { kind, field }: Measure, value: unknown): string {
  if (value === null || value === undefined) return '–';
  const counted = kind === 'count' || kind === 'countDistinct' || field === undefined;
  if (counted) return new Intl.NumberFormat(formatting.locale).format(Number(value));
  return valueText(field.field, value, formatting);
}

/** By how much something has changed against what it is compared with: `+12.5%`. */
export function changeText({ formatting }: Words, now: unknown, before: unknown): string | undefined {
  const [one, other] = [Number(now), Number(before)];
  if (now === undefined || now === null || !Number.isFinite(one) || !other) return undefined;
  return new Intl.NumberFormat(formatting.locale, {
    ...{ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  }).format((one - other) / Math.abs(other));
}

/** The colour of a choice; undefined for what has none. */
export function groupColor({ field, value }: GroupValue): string | undefined {
  return field.field.choices ? choiceOf(field.field, value).color : undefined;
}
