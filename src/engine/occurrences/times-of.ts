import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { Occurs } from '#kernel/occurs.ts';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { startsOf } from '#kernel/recurrence/starts-of.ts';
import type { TimeWindow } from './time-window.ts';

/** One time at which a record takes place. */
export interface Occurrence {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

type Values = Readonly<Record<string, unknown>> & { readonly id: string };

/** The times within a window at which a record takes place: one, or those of its series. */
export function timesOf(occurs: Occurs, record: Values, window: TimeWindow): readonly Occurrence[] {
  const start = Date.parse(String(record[occurs.from]));
  const end = occurs.to === undefined ? Number.NaN : Date.parse(String(record[occurs.to]));
  const length = end > start ? end - start : 0;
  const repeats = occurs.series === undefined ? undefined : (record.repeats as Recurrence | null | undefined);
  const starts = repeats
    ? [...startsOf(repeats, start, window.from - length, window.to)]
    : [start].filter((at) => at < window.to);
  return starts
    .filter((at) => at >= window.from || at + length > window.from)
    .map((at) => ({ id: record.id, from: formatInstant(at), to: formatInstant(at + length) }));
}
