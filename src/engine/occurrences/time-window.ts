import { formatInstant, instantInput } from '#kernel/field/date-time/date-time.ts';
import type { Occurs } from '#kernel/occurs.ts';
import { Refusal, Unacceptable } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';

/** From when to when somebody looks, in milliseconds; what begins at `to` lies outside. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** A whole year and the days that a page of a calendar shows beyond. */
const mostDays = 400;

/** Reads a window as an address tells it; names what is wrong with it. */
export function timeWindow(from: unknown, to: unknown): TimeWindow {
  const window = { from: instant('from', from), to: instant('to', to) };
  if (window.to <= window.from) throw new Refusal('invalid', [{ field: 'to', code: 'notARange' }]);
  if (window.to - window.from > mostDays * 86_400_000)
    throw new Refusal('invalid', [{ field: 'to', code: 'windowTooLong', parameters: { days: mostDays } }]);
  return window;
}

/** The instant that a text of an address tells. */
export function instant(field: string, text: unknown): number {
  if (text === undefined || text === '') throw new Refusal('invalid', [{ field, code: 'required' }]);
  try {
    return Date.parse(instantInput(text));
  } catch (error) {
    if (error instanceof Unacceptable) throw new Refusal('invalid', [{ field, code: error.code }]);
    throw error;
  }
}

/** When records of an object take place; an object whose records take none of time has no calendar. */
export function occursOf({ declaration: { occurs } }: ObjectModel): Occurs {
  if (occurs === undefined) throw new Refusal('notFound');
  return occurs;
}

/**
 * The condition under which a record may take place within a window: what begins in it, what began before and lasts, and
 * series that go on or were not over then. Each of these is found by an index.
 */
export function within({ from, to, series }: Occurs, window: TimeWindow): object {
  const [begin, end] = [formatInstant(window.from), formatInstant(window.to)];
  const lasting = to === undefined ? [] : [{ [to]: { gt: begin }, [from]: { lt: begin } }];
  const begun = { [from]: { lt: end } };
  const coming = [
    { nextAt: { isNull: false }, ...begun },
    { repeatsUntil: { gte: begin }, ...begun },
  ];
  return { or: [{ [from]: { gte: begin, lt: end } }, ...lasting, ...(series === undefined ? [] : coming)] };
}
