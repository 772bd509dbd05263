import type { FieldMeta } from '#kernel/meta.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import type { RecordJson } from '#web/api/record.ts';
import { targetIds } from '#web/fields/reference/target.ts';
import type { PlannedWork } from './critical-path.ts';

/** A record along the days. */
export interface Bar extends PlannedWork {
  readonly record: RecordJson;
  readonly name: string;
  /** The days that it covers. */
  readonly first: string;
  readonly last: string;
  /** It takes no time: it has one of the dates, or both are the same moment. */
  readonly milestone: boolean;
  /** The fields by which it is moved. */
  readonly ends: { readonly start: string; readonly end: string };
}

/** Which fields bars are drawn by. */
export interface BarFields {
  readonly start: FieldMeta;
  readonly end: FieldMeta;
  readonly after?: FieldMeta | undefined;
}

/**
 * The bar of a record on the clocks of a time zone, `from` and `until` in milliseconds of these clocks; undefined where it has
 * neither date. A day is over at its end: what is reached on a day is reached then.
 */
export function barOf(
  record: RecordJson,
  name: string,
  { start, end, after }: BarFields,
  timeZone: string,
): Bar | undefined {
  const clock = (field: FieldMeta) => {
    const value = record[field.name];
    if (typeof value !== 'string' || value === '') return undefined;
    return value.length > 10 ? wallClock(value, timeZone) : value;
  };
  const [begun, ended] = [clock(start), clock(end)];
  const [from, until] = [begun ?? ended, ended ?? begun];
  if (from === undefined || until === undefined) return undefined;
  const both = begun !== undefined && ended !== undefined && start.name !== end.name;
  const milestone = !both || (from === until && from.length > 10);
  const first = from.slice(0, 10);
  const last = [first, until.slice(0, 10)].toSorted().at(-1) ?? first;
  const over = moment(until, true);
  return {
    ...{ id: record.id, record, name, first, last, milestone },
    from: milestone ? over : moment(from, false),
    until: milestone ? over : Math.max(over, moment(from, false)),
    after: after ? targetIds(asList(record[after.name])) : [],
    ends: { start: begun === undefined ? end.name : start.name, end: end.name },
  };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}

function moment(clock: string, over: boolean): number {
  if (clock.length > 10) return Date.parse(`${clock.replace(' ', 'T')}Z`);
  return Date.parse(`${clock}T00:00:00Z`) + (over ? 86_400_000 : 0);
}
