import { daysLater } from '#kernel/expression/calendar-days.ts';
import { type CompanyTime, type ExceptionalDays, usualTime } from '#kernel/working-time/company-time.ts';
import type { OwnTime } from '#kernel/working-time/own-time.ts';
import { type Workdays, workdaysOf } from '#kernel/working-time/workdays.ts';
import {
  calendarOf,
  type DayException,
  type WorkingCalendar,
} from '#kernel/working-time/working-calendar.ts';
import type { Workspace } from '../records/context.ts';
import { decreedDays } from './decreed-days.ts';

/** When a company works: its calendar, the days that differ, and how its working days are counted. */
export interface CompanyCalendar {
  readonly calendar: WorkingCalendar;
  readonly workdays: Workdays;
  /** The day that differs by the company's own decision. */
  namedDay(day: string): ExceptionalDays | undefined;
  /** The calendar of somebody with hours of his own, on his own clock. */
  ownCalendar(own: OwnTime, timeZone: string): WorkingCalendar;
}

const said = usualTime('en');
const known = new WeakMap<CompanyTime, Map<string, CompanyCalendar>>();

/** Put together once for what is set. */
export function companyCalendar({ workingTime = said, timeZone }: Workspace): CompanyCalendar {
  const made = known.get(workingTime) ?? new Map<string, CompanyCalendar>();
  known.set(workingTime, made);
  const found = made.get(timeZone) ?? make(workingTime, timeZone);
  made.set(timeZone, found);
  return found;
}

function make({ week, publicHolidays, days }: CompanyTime, timeZone: string): CompanyCalendar {
  const decreed = publicHolidays === null ? new Map<string, boolean>() : decreedDays[publicHolidays];
  const named = new Map(days.flatMap((each) => daysFrom(each).map((day) => [day, each] as const)));
  const exceptionOn = (day: string): DayException | undefined => {
    const works = decreed.get(day);
    return named.get(day) ?? (works === undefined ? undefined : { works });
  };
  const works = [...decreed, ...[...named].map(([day, each]) => [day, each.works] as const)];
  return {
    calendar: calendarOf(week, timeZone, exceptionOn),
    workdays: workdaysOf(week, new Map(works)),
    namedDay: (day) => named.get(day),
    ownCalendar: (own, zone) => calendarOf(own.week, zone, own.companyDays ? exceptionOn : () => undefined),
  };
}

function daysFrom({ from, to }: ExceptionalDays): readonly string[] {
  const days: string[] = [];
  for (let day: string | null = from; day !== null && day <= to; day = daysLater(day, 1)) days.push(day);
  return days;
}
