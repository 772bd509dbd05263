import type { AggregateAnswer, AggregateGroup } from './answer.ts';
import { bucketsOf } from './buckets.ts';
import type { Question } from './question.ts';
import type { GroupField } from './report-field.ts';

/** A group: its value, and the name of the record that it is. */
export interface GroupValue {
  readonly field: GroupField;
  readonly value: unknown;
  readonly name?: unknown;
}

export interface Cell {
  readonly values: AggregateGroup | undefined;
  /** The same of what is compared with. */
  readonly before: AggregateGroup | undefined;
}

export interface GridRow {
  readonly key: string;
  /** The groups that it is in, the outermost first; none for the whole. */
  readonly groups: readonly GroupValue[];
  /** A cell for each group side by side. */
  readonly cells: readonly Cell[];
  /** All of them together. */
  readonly total: Cell;
}

/** An answer as people read it: rows below each other, groups side by side, and what all of it comes to. */
export interface Grid {
  readonly columns: readonly GroupValue[];
  readonly rows: readonly GridRow[];
  readonly whole: GridRow;
  readonly places?: AggregateAnswer['places'];
  /** The groups of one field, whatever the others are. */
  alone(field: GroupField): readonly GridRow[];
  /** Where groups of two fields meet, whatever the others are. */
  between(one: GroupField, other: GroupField): readonly Meeting[];
}

/** Records that are in two groups at once. */
export interface Meeting {
  readonly groups: readonly [GroupValue, GroupValue];
  readonly cell: Cell;
}

/** Lays an answer out. `inOrder` says how groups of a field follow each other. */
export function gridOf(
  question: Question,
  answer: AggregateAnswer,
  before: AggregateAnswer | undefined,
  inOrder: (one: GroupValue, other: GroupValue) => number,
  sortBy: string | undefined,
): Grid {
  const fields = [...question.rows, ...(question.columns ? [question.columns] : [])];
  const now = entriesOf(fields, answer);
  const earlier = before && entriesOf(fields, before);
  const sameThen = new Map(fields.map((field) => [field.name, counterparts(question, field)]));
  const [first, second] = question.rows;
  const keyOf = (groups: readonly GroupValue[]) =>
    keyFor(fields, new Map(groups.map(({ field, value }) => [field.name, value])));
  const keyThen = (groups: readonly GroupValue[]) =>
    keyFor(
      fields,
      new Map(groups.map(({ field, value }) => [field.name, sameThen.get(field.name)?.get(value) ?? value])),
    );
  const cell = (groups: readonly GroupValue[]): Cell => ({
    values: now.get(keyOf(groups))?.values,
    before: earlier?.get(keyThen(groups))?.values,
  });
  const groupsOf = (field: GroupField, within: readonly GroupValue[]): readonly GroupValue[] => {
    const wanted = new Set([field.name, ...within.map((each) => each.field.name)]);
    const own = [...now.values()].filter(
      (entry) =>
        sameNames(entry.of, wanted) && within.every((each) => entry.values[each.field.name] === each.value),
    );
    const found = own.map(({ values }) => groupValue(field, values, answer));
    const filled = within.length > 0 ? [] : (filledBuckets(question, field) ?? filledSince(field, found));
    const missing = filled.filter((value) => !found.some((each) => each.value === value));
    return [...found, ...missing.map((value) => ({ field, value }))].sort(inOrder);
  };
  const columns = question.columns ? groupsOf(question.columns, []) : [];
  const row = (groups: readonly GroupValue[]): GridRow => ({
    key: keyOf(groups),
    groups,
    cells: columns.map((column) => cell([...groups, column])),
    total: cell(groups),
  });
  const ordered = (rows: readonly GridRow[]) =>
    sortBy === undefined ? rows : rows.toSorted((one, other) => size(other, sortBy) - size(one, sortBy));
  const alone = (field: GroupField) => ordered(groupsOf(field, []).map((group) => row([group])));
  const between = (one: GroupField, other: GroupField): readonly Meeting[] =>
    [...now.values()]
      .filter(({ of }) => sameNames(of, new Set([one.name, other.name])))
      .map(({ values }) => {
        const groups = [groupValue(one, values, answer), groupValue(other, values, answer)] as const;
        return { groups, cell: cell(groups) };
      });
  const outer = first ? alone(first) : [];
  const rows = second
    ? outer.flatMap((each) => [
        each,
        ...ordered(groupsOf(second, each.groups).map((group) => row([...each.groups, group]))),
      ])
    : outer;
  const places = answer.places && { places: answer.places };
  return { columns, rows, whole: row([]), ...places, alone, between };
}

interface Entry {
  /** Names of the groups that it is in. */
  readonly of: ReadonlySet<string>;
  readonly values: AggregateGroup;
}

function entriesOf(fields: readonly GroupField[], answer: AggregateAnswer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const enter = (over: readonly string[], values: AggregateGroup) => {
    const of = new Set(fields.map(({ name }) => name).filter((name) => !over.includes(name)));
    const known = new Map([...of].map((name) => [name, values[name]]));
    entries.set(keyFor(fields, known), { of, values });
  };
  for (const values of answer.groups) enter([], values);
  for (const { over, values } of answer.totals ?? []) enter(over, values);
  return entries;
}

function keyFor(fields: readonly GroupField[], values: ReadonlyMap<string, unknown>): string {
  return JSON.stringify(fields.map(({ name }) => (values.has(name) ? [values.get(name) ?? null] : 0)));
}

function groupValue(field: GroupField, values: AggregateGroup, { places }: AggregateAnswer): GroupValue {
  const value = values[field.name] ?? null;
  if (field.placePart !== undefined) return { field, value, name: places?.[String(value)]?.name };
  return { field, value, ...(field.namePath && { name: values[field.namePath] }) };
}

function sameNames(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

/** Every number of spans from the least to the most that there are, also those with which nothing is. */
function filledSince({ since }: GroupField, found: readonly GroupValue[]): readonly number[] {
  const known = found.map(({ value }) => value).filter((value) => typeof value === 'number');
  if (since === undefined || known.length === 0) return [];
  const [least, most] = [Math.min(...known), Math.min(Math.max(...known), Math.min(...known) + 120)];
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

/** Every part of the span of time that the report tells of, where its groups are parts of that. */
function filledBuckets({ query, days }: Question, { part, path }: GroupField): readonly string[] | undefined {
  const about = JSON.stringify(query.where ?? {}).includes(`"${path}":{"in":`);
  return part && days && about ? bucketsOf(days, part) : undefined;
}

/** What a group of dates is compared with: the one that stands at the same place of the span before. */
function counterparts(question: Question, field: GroupField): ReadonlyMap<unknown, unknown> {
  const now = filledBuckets(question, field);
  const then = field.part && question.daysBefore && bucketsOf(question.daysBefore, field.part);
  return new Map((now ?? []).map((bucket, index) => [bucket, then?.[index] ?? '']));
}

function size({ total }: GridRow, measure: string): number {
  return Number(total.values?.[measure] ?? Number.NEGATIVE_INFINITY);
}
