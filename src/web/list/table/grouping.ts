import { datePartKey, datePartRange, isDatePart } from '#kernel/expression/date-parts.ts';
import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import type { AggregateGroup } from '#kernel/report/answer.ts';
import { valueAt } from '#kernel/value-at.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import type { RecordJson } from '#web/api/record.ts';
import { bare } from '#web/record/saving/rival-values.ts';
import { type Column, columnAt } from '#web/views/columns.ts';

/** By what a table is grouped. */
export interface Grouping {
  readonly column: Column;
  /** A date is grouped by a part of it. */
  readonly part: string | undefined;
  /** What the server groups by, and by what it orders. */
  readonly groupBy: string;
  readonly sort: string;
}

/** One value of what a table is grouped by, with what its records add up to. */
export interface TableGroup {
  readonly key: string;
  /** As the answer has it; null for records without one. */
  readonly value: unknown;
  /** The name of a record that is the value. */
  readonly name: string | undefined;
  readonly count: number;
  readonly answer: AggregateGroup;
}

const types = new Set(['choice', 'reference', 'user', 'boolean', 'text', 'integer']);

/** The paths by which a column can be grouped: itself, or a date's parts. */
export function groupPaths({ field, valuePath }: Column): readonly string[] {
  const type = field.result ?? field.type;
  if (field.masked || field.sealed || !field.sortable) return [];
  if (type === 'date' || type === 'dateTime')
    return ['month', 'week', 'quarter', 'year', 'day'].map((part) => `${valuePath}.${part}`);
  return types.has(type) ? [valuePath] : [];
}

/** Reads by what a table is grouped; undefined when there is no such field. */
export function groupingOf(meta: Meta, object: ObjectMeta, path: string | undefined): Grouping | undefined {
  if (path === undefined) return undefined;
  const dot = path.lastIndexOf('.');
  const part = isDatePart(path.slice(dot + 1)) ? path.slice(dot + 1) : undefined;
  const column = columnAt(meta, object, part ? path.slice(0, dot) : path);
  if (!column || !groupPaths(column).includes(part ? `${column.valuePath}.${part}` : column.valuePath))
    return undefined;
  const named = column.path === column.valuePath ? '' : `,${column.path}`;
  return { column, part, groupBy: part ? path : `${column.valuePath}${named}`, sort: column.path };
}

/** The order of a table. */
export function listedSort(object: ObjectMeta, grouping: Grouping | undefined, sort: string | undefined) {
  return grouping ? groupedSort(grouping, sort ?? object.sort) : sort;
}

/** The order of a grouped list: by the group first, in the direction that its reader has chosen. */
export function groupedSort({ sort: by }: Grouping, sort: string): string {
  const keys = sort.split(',').filter((key) => key !== '');
  const own = keys.find((key) => key.replace(/^-/, '') === by);
  return [own ?? by, ...keys.filter((key) => key !== own)].slice(0, 5).join(',');
}

/** The groups in the order of the list: empty values last, choices as declared, text as people sort it. */
export function tableGroups(
  answers: readonly AggregateGroup[],
  { column, part, sort, groupBy }: Grouping,
  listSort: string,
): readonly TableGroup[] {
  const descending = listSort.startsWith(`-${sort}`);
  const groups = answers.map((answer) => {
    const value = part ? answer[groupBy] : bare(answer[column.valuePath]);
    const name = column.path === column.valuePath ? undefined : answer[column.path];
    return {
      ...{ key: keyOf(value), value: value ?? null, count: Number(answer.count), answer },
      name: name === undefined || name === null ? undefined : String(name),
    };
  });
  const collator = new Intl.Collator('zh', {
    numeric: (column.field.result ?? column.field.type) === 'integer',
  });
  const places = column.field.type === 'choice' ? column.field.choices?.map(({ value }) => value) : undefined;
  const placeOf = (value: unknown) => {
    const place = places?.indexOf(String(value)) ?? -1;
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  };
  return groups.toSorted((one, other) => {
    if (one.value === null || other.value === null)
      return Number(one.value === null) - Number(other.value === null);
    const order =
      places === undefined
        ? collator.compare(one.name ?? String(one.value), other.name ?? String(other.value))
        : placeOf(one.value) - placeOf(other.value);
    return descending ? -order : order;
  });
}

/** The group that a record is in. */
export function groupKey(record: RecordJson, { column, part }: Grouping, timeZone: string): string {
  const value = bare(valueAt(record, column.valuePath));
  if (!part || value === null || value === undefined) return keyOf(value);
  const text = String(value);
  return keyOf(datePartKey(text.length > 10 ? wallClock(text, timeZone).slice(0, 10) : text, part));
}

/** The condition that a record is in a group. */
export function inGroup({ column, part }: Grouping, { value }: TableGroup): unknown {
  const path = column.valuePath;
  if (value === null) return { [path]: { isNull: true } };
  if (!part) return { [path]: value };
  const [from, until] = datePartRange(String(value), part);
  return { [path]: { gte: from, lt: until } };
}

function keyOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
