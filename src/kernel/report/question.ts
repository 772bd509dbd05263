import { bothConditions } from '../both-conditions.ts';
import { periodDays } from '../expression/period.ts';
import type { ModelMeta } from '../meta.ts';
import type { ReportSettings } from '../report-settings.ts';
import type { AggregateQuery } from './answer.ts';
import { daysOfAge, sharesOf } from './bands.ts';
import { bucketAfter, type Days, daysAYearBefore, daysBefore, daysOfBucket } from './buckets.ts';
import { type GroupField, groupField, type Measure, measureAt } from './report-field.ts';

/** A report as it is asked for: what it groups and measures, of what is left of its fields. */
export interface Question {
  readonly rows: readonly GroupField[];
  readonly columns: GroupField | undefined;
  readonly measures: readonly Measure[];
  /** What of its settings names nothing that this reader may know. */
  readonly missing: readonly string[];
  /** The days of its span of time, and of what it is compared with. */
  readonly days: Days | undefined;
  readonly daysBefore: Days | undefined;
  /** The reader's day, from which ages are counted. */
  readonly today: string;
  readonly query: AggregateQuery;
  readonly queryBefore: AggregateQuery | undefined;
}

/** Reads a report's settings; `today` is the reader's day. */
export function questionOf(
  meta: ModelMeta,
  object: string,
  settings: ReportSettings,
  today: string,
): Question {
  const found = <Item>(names: readonly string[], find: (name: string) => Item | undefined) =>
    names.map((name) => [name, find(name)] as const);
  const rows = found(settings.rows ?? [], (name) => groupField(meta, object, name));
  const columns = found(settings.columns ? [settings.columns] : [], (name) => groupField(meta, object, name));
  const measures = found(settings.measures ?? [], (name) => measureAt(meta, object, name));
  const known = <Item>(all: readonly (readonly [string, Item | undefined])[]) =>
    all.flatMap(([, item]) => (item === undefined ? [] : [item]));
  const counted = known(measures).length > 0 ? known(measures) : [{ name: 'count', kind: 'count' }];
  const groups = [...known(rows), ...known(columns)];
  const { period, compare, where } = settings;
  const days = period && periodDays(period.in, today);
  const before = days && compare && (compare === 'before' ? daysBefore(days) : daysAYearBefore(days));
  const query = (span: unknown): AggregateQuery => ({
    groupBy: groups.flatMap(({ name, namePath }) => [name, ...(namePath ? [namePath] : [])]).join(','),
    measures: counted.map(({ name }) => name).join(','),
    where: bothConditions(where, span),
    totals: true,
  });
  const within = ([from, until]: Days) => period && { [period.field]: { gte: from, lt: until } };
  return {
    rows: known(rows),
    columns: known(columns)[0],
    measures: counted,
    missing: [...rows, ...columns, ...measures].flatMap(([name, item]) => (item === undefined ? [name] : [])),
    ...{ days, daysBefore: before, today },
    query: query(period && { [period.field]: { in: period.in } }),
    queryBefore: before && query(within(before)),
  };
}

/** The day that it is for a reader. */
export function todayIn(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}

/** The condition of the records behind a number: the report's own, and those of the groups that it stands in. */
export function recordsBehind(
  { where, period }: ReportSettings,
  groups: readonly InGroup[],
  today: string,
): unknown {
  const within = period && { [period.field]: { in: period.in } };
  const conditions = groups.map((group) => groupCondition(group, groups, today));
  return [where, within, ...conditions].reduce(bothConditions);
}

interface InGroup {
  readonly field: GroupField;
  readonly value: unknown;
}

function groupCondition({ field, value }: InGroup, beside: readonly InGroup[], today: string): unknown {
  if (value === null || value === undefined) return { [field.path]: null };
  if (field.band === 'age') return { [field.path]: daysOfAge(Number(value), today) };
  if (field.band === 'share') return { [field.path]: sharesOf(Number(value)) };
  if (field.placePart !== undefined) return { [field.path]: { in: [value] } };
  if (field.since !== undefined) return sinceCondition(field, field.since, Number(value), beside);
  const days = field.part && daysOfBucket(String(value), field.part);
  return { [field.path]: days ? { gte: days[0], lt: days[1] } : value };
}

/** So many parts of time after another date: known where the group of that date stands beside it. */
function sinceCondition(
  { path }: GroupField,
  { part, from }: NonNullable<GroupField['since']>,
  amount: number,
  beside: readonly InGroup[],
): unknown {
  const start = beside.find(({ field }) => field.path === from.path && field.part === part);
  const bucket = start && bucketAfter(String(start.value), part, amount);
  const days = bucket === undefined ? undefined : daysOfBucket(bucket, part);
  return { [path]: days ? { gte: days[0], lt: days[1] } : { isNull: false } };
}
