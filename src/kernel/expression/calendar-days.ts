import type { DayPart } from './expression.ts';
import type { CalendarUnit } from './function-bounds.ts';

/** Days as `2026-11-23`, of the years 1 to 9999; what would lie outside of them is null. */
const dayLength = 86_400_000;
const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T00:00:00Z')];

export function partOf(day: string, part: DayPart): number {
  const [year, month, date] = partsOf(day);
  switch (part) {
    case 'year':
      return year;
    case 'quarter':
      return Math.ceil(month / 3);
    case 'month':
      return month;
    case 'day':
      return date;
    case 'weekday':
      return weekdayOf(timeOf(day));
    case 'week': {
      // A week belongs to the year of its Thursday.
      const thursday = timeOf(day) + (4 - weekdayOf(timeOf(day))) * dayLength;
      const first = timeAt(new Date(thursday).getUTCFullYear(), 1, 1);
      return Math.floor((thursday - first) / dayLength / 7) + 1;
    }
  }
}

export function daysLater(day: string, days: number): string | null {
  return dayAt(timeOf(day) + days * dayLength);
}

/** The same day so many months later, or the last of a month that has no such day. */
export function monthsLater(day: string, months: number): string | null {
  const [year, month, date] = partsOf(day);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const last = new Date(timeAt(toYear, toMonth + 1, 1) - dayLength).getUTCDate();
  return dayAt(timeAt(toYear, toMonth, Math.min(date, last)));
}

/** Whole months from one day to another: one is over when the same day of the month is reached. */
export function monthsBetween(from: string, to: string): number {
  if (from > to) return -monthsBetween(to, from) || 0;
  const [[year, month, date], [toYear, toMonth, toDate]] = [partsOf(from), partsOf(to)];
  return (toYear - year) * 12 + toMonth - month - (toDate < date ? 1 : 0);
}

export function firstOf(day: string, unit: CalendarUnit): string | null {
  const [year, month] = partsOf(day);
  switch (unit) {
    case 'week':
      return daysLater(day, 1 - weekdayOf(timeOf(day)));
    case 'month':
      return dayAt(timeAt(year, month, 1));
    case 'quarter':
      return dayAt(timeAt(year, month - ((month - 1) % 3), 1));
    case 'year':
      return dayAt(timeAt(year, 1, 1));
  }
}

export function lastOf(day: string, unit: CalendarUnit): string | null {
  const [year, month] = partsOf(day);
  switch (unit) {
    case 'week':
      return daysLater(day, 7 - weekdayOf(timeOf(day)));
    case 'month':
      return dayAt(timeAt(year, month + 1, 1) - dayLength);
    case 'quarter':
      return dayAt(timeAt(year, month - ((month - 1) % 3) + 3, 1) - dayLength);
    case 'year':
      return dayAt(timeAt(year + 1, 1, 1) - dayLength);
  }
}

function partsOf(day: string): readonly [year: number, month: number, date: number] {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** `Date.UTC` takes a year below 100 for one of the twentieth century. */
function timeAt(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date);
}

function weekdayOf(time: number): number {
  return ((new Date(time).getUTCDay() + 6) % 7) + 1;
}

function dayAt(time: number): string | null {
  return time >= earliest && time <= latest ? new Date(time).toISOString().slice(0, 10) : null;
}
