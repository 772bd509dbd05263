import type { ClockSpan, Week } from './week.ts';
import { weekdayOf, weekdays } from './week.ts';

/** On which days and at which hours somebody works, on the clocks of a time zone. */
export interface WorkingCalendar {
  readonly timeZone: string;
  /** The hours of a day such as `2026-11-23`, in minutes from its midnight, in order. */
  hoursOn(day: string): readonly Minutes[];
}

export interface Minutes {
  readonly from: number;
  readonly to: number;
}

/** What is done on a day otherwise than in the week. */
export interface DayException {
  readonly works: boolean;
  /** Those of the week where nothing is said. */
  readonly hours?: readonly ClockSpan[];
}

/**
 * A week with its exceptions. A day that is worked although the week has it free has the hours of the first day that the
 * week does not.
 */
export function calendarOf(
  week: Week,
  timeZone: string,
  exceptionOn: (day: string) => DayException | undefined,
): WorkingCalendar {
  const usual = weekdays.map((weekday) => week[weekday]).find((hours) => hours.length > 0) ?? [];
  const minutes = new Map<readonly ClockSpan[], readonly Minutes[]>();
  const inMinutes = (hours: readonly ClockSpan[]) => {
    const known =
      minutes.get(hours) ?? hours.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }));
    minutes.set(hours, known);
    return known;
  };
  return {
    timeZone,
    hoursOn(day) {
      const own = week[weekdayOf(day)];
      const exception = exceptionOn(day);
      if (exception === undefined) return inMinutes(own);
      if (!exception.works) return [];
      return inMinutes(exception.hours ?? (own.length > 0 ? own : usual));
    },
  };
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
