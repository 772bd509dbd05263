import { instantOf, wallClock } from '#kernel/writing/wall-clock.ts';
import { addDays } from '#web/calendar/days.ts';
import type { Values } from '#web/fields/field-props.ts';

/** The whole bar, or one end of it. */
export type BarPart = 'whole' | 'start' | 'end';

interface Ends {
  readonly start: string;
  readonly end: string;
}

/** The days that a bar covers after a part of it was moved: at least one. */
export function movedDays(
  first: string,
  last: string,
  part: BarPart,
  days: number,
): readonly [string, string] {
  const [from, until] = [
    part === 'end' ? first : addDays(first, days),
    part === 'start' ? last : addDays(last, days),
  ];
  if (from <= until) return [from, until];
  return part === 'start' ? [until, until] : [from, from];
}

/** What the dates of a record become: moved by whole days, at the same time of day. */
export function movedValues(
  record: Values,
  { start, end }: Ends,
  part: BarPart,
  days: number,
  timeZone: string,
): Values {
  const dayOf = (value: string) => (value.length > 10 ? wallClock(value, timeZone).slice(0, 10) : value);
  const [from, until] = [String(record[start]), typeof record[end] === 'string' ? record[end] : undefined];
  const [first, last] = movedDays(dayOf(from), dayOf(until ?? from), part, days);
  const at = (value: string, day: string) =>
    value.length > 10 ? instantOf(`${day} ${wallClock(value, timeZone).slice(11)}`, timeZone) : day;
  const movesEnd = part !== 'start' && (until !== undefined || part === 'end');
  return {
    ...(part !== 'end' && { [start]: at(from, first) }),
    ...(movesEnd && end !== start && { [end]: at(until ?? from, last) }),
  };
}
