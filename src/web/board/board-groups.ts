import Big from 'big.js';
import type { FieldStates } from '#kernel/field-rule.ts';
import type { FieldMeta } from '#kernel/meta.ts';
import type { AggregateGroup } from '#kernel/report/answer.ts';
import type { RecordJson } from '#web/api/record.ts';
import { bare } from '#web/record/saving/rival-values.ts';

/** One column of a board: a value of the field it is grouped by. */
export interface BoardGroup {
  /** The value as a condition and a change name it; null for records without one. */
  readonly value: string | null;
  readonly label: string;
  readonly color?: string | undefined;
  readonly count: number;
  /** Decimal text, when the view sums a field. */
  readonly sum?: string | undefined;
}

/** A card on its way to another column, until the server's answer is on screen. */
export interface Move {
  readonly record: RecordJson;
  readonly from: string | null;
  readonly to: string | null;
}

/** The value that a record is grouped by. */
export function groupOf(record: RecordJson, field: string): string | null {
  const value = bare(record[field]);
  return typeof value === 'string' && value !== '' ? value : null;
}

interface Grouping {
  readonly field: FieldMeta;
  /** How a reference's name comes along in the sums, e.g. `owner.name`. */
  readonly namePath?: string | undefined;
  readonly sumKey?: string | undefined;
  readonly nobody: string;
}

/** The columns in order, with what the server counted: a choice shows all its values, a reference those in use. */
export function boardGroups(groups: readonly AggregateGroup[], grouping: Grouping): readonly BoardGroup[] {
  const { field, namePath, sumKey, nobody } = grouping;
  const counted = (value: string | null) => {
    const group = groups.find((each) => bare(each[field.name]) === value);
    return { count: Number(group?.count ?? 0), ...(sumKey && { sum: String(group?.[sumKey] ?? '0') }) };
  };
  const none = { value: null, label: nobody, ...counted(null) };
  const named = field.choices
    ? field.choices.map(({ value, label, color }) => ({ value, label, color, ...counted(value) }))
    : groups.flatMap((group) => {
        const value = bare(group[field.name]);
        const label = String((namePath && group[namePath]) ?? value);
        return typeof value === 'string' ? [{ value, label, ...counted(value) }] : [];
      });
  return none.count > 0 || (named.length === 0 && !field.required) ? [none, ...named] : named;
}

/** The values that are in use, of a field whose columns are what is counted. */
export function groupValues(
  groups: readonly AggregateGroup[],
  { name }: FieldMeta,
): readonly (string | null)[] {
  return groups.map((group) => (bare(group[name]) ?? null) as string | null);
}

/** Whether the field's state machine leads there. */
export function mayMove(field: FieldMeta, from: string | null, to: string | null): boolean {
  if (from === to || (to === null && field.required)) return false;
  if (!field.transitions || from === null) return true;
  return to !== null && (field.transitions[from]?.includes(to) ?? false);
}

/** Whether conditions on the record leave that column open to it. */
export function isOffered(field: FieldMeta, { withheld }: FieldStates, to: string | null): boolean {
  return to === null || !withheld.get(field.name)?.has(to);
}

/** What a column's head says while cards are on their way; sums in other currencies wait for the server. */
export function withMoves(
  group: BoardGroup,
  moves: readonly Move[],
  sumField: string | undefined,
  currency: string,
) {
  let { count } = group;
  let sum = group.sum === undefined ? undefined : new Big(group.sum);
  for (const { record, from, to } of moves) {
    const sign = to === group.value ? 1 : from === group.value ? -1 : 0;
    count += sign;
    const amount = sumField === undefined ? undefined : amountOf(record[sumField], currency);
    if (sum && amount) sum = sum.plus(new Big(amount).times(sign));
  }
  return { ...group, count, sum: sum?.toFixed() };
}

function amountOf(value: unknown, currency: string): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const money = value as { amount?: string; currency?: string };
  return money.currency === currency ? money.amount : undefined;
}
