import type { Rule } from './rule.ts';

/** How many days, weeks, months or years of a rule are looked at before it is taken for one that has ended. */
const most = 50_000;

/**
 * The days on which a rule falls, counted from 1970-01-01, from the day of its beginning on, until `last`. A rule that
 * falls on no day ends there too: how long this takes depends on the days between, whatever the rule says. Days before
 * `from` may be left out where they need not be counted.
 */
export function* daysOfRule(rule: Rule, start: number, last: number, from = start): Generator<number> {
  const first = rule.count === undefined ? periodsBefore(rule, start, from) : 0;
  for (let period = first; period < first + most; period++) {
    const { begins, days } = periodOf(rule, start, period);
    if (begins > last) return;
    for (const day of chosen(rule, days)) {
      if (day > last) return;
      if (day >= start) yield day;
    }
  }
}

/** Whole periods that lie before a day, and one less, as the one that holds it may begin earlier. */
function periodsBefore({ freq, interval }: Rule, start: number, from: number): number {
  const length = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq];
  return Math.max(0, Math.floor((from - start) / (length * interval)) - 1);
}

interface Period {
  readonly begins: number;
  readonly days: readonly number[];
}

function periodOf(rule: Rule, start: number, period: number): Period {
  const steps = period * rule.interval;
  const { year, month, date } = partsOf(start);
  switch (rule.freq) {
    case 'DAILY':
      return { begins: start + steps, days: [start + steps].filter((day) => fits(rule, day)) };
    case 'WEEKLY': {
      const begins = start - ((weekdayOf(start) - rule.weekStart + 7) % 7) + 7 * steps;
      const wanted = rule.byDay.length > 0 ? rule.byDay.map(({ day }) => day) : [weekdayOf(start)];
      const days = range(begins, 7).filter((day) => wanted.includes(weekdayOf(day)) && inMonths(rule, day));
      return { begins, days };
    }
    case 'MONTHLY': {
      const begins = dayNumber(year, month + steps, 1);
      return { begins, days: inMonths(rule, begins) ? daysOfMonth(rule, begins, date) : [] };
    }
    case 'YEARLY':
      return { begins: dayNumber(year + steps, 0, 1), days: daysOfYear(rule, year + steps, month, date) };
  }
}

/** The days of a month that the rule names; the day of the beginning where it names none. */
function daysOfMonth(rule: Rule, begins: number, date: number): readonly number[] {
  const length = monthLength(begins);
  const days = range(begins, length);
  if (rule.byMonthDay.length === 0 && rule.byDay.length === 0) return days.slice(date - 1, date);
  return days.filter((day) => onMonthDay(rule, day) && onWeekday(rule, day, begins, length));
}

function daysOfYear(rule: Rule, year: number, month: number, date: number): readonly number[] {
  const begins = dayNumber(year, 0, 1);
  if (rule.byMonth.length === 0 && rule.byDay.length > 0) {
    const length = dayNumber(year + 1, 0, 1) - begins;
    return range(begins, length).filter(
      (day) => onMonthDay(rule, day) && onWeekday(rule, day, begins, length),
    );
  }
  const named = rule.byMonthDay.length > 0 ? range(1, 12) : [month + 1];
  const months = rule.byMonth.length > 0 ? [...rule.byMonth].sort((one, other) => one - other) : named;
  return [...new Set(months)].flatMap((each) => daysOfMonth(rule, dayNumber(year, each - 1, 1), date));
}

/** The days at the places that the rule names among those of one period, all of them where it names none. */
function chosen({ bySetPos }: Rule, days: readonly number[]): readonly number[] {
  if (bySetPos.length === 0) return days;
  const places = bySetPos.map((place) => (place > 0 ? place - 1 : days.length + place));
  return days.filter((_, place) => places.includes(place));
}

function fits(rule: Rule, day: number): boolean {
  return inMonths(rule, day) && onMonthDay(rule, day) && onWeekday(rule, day, day, 1);
}

function inMonths({ byMonth }: Rule, day: number): boolean {
  return byMonth.length === 0 || byMonth.includes(partsOf(day).month + 1);
}

function onMonthDay({ byMonthDay }: Rule, day: number): boolean {
  if (byMonthDay.length === 0) return true;
  const { date } = partsOf(day);
  return byMonthDay.includes(date) || byMonthDay.includes(date - monthLength(day - date + 1) - 1);
}

/** Whether it is one of the weekdays, and the right one of its kind from either end of a month or year. */
function onWeekday({ byDay }: Rule, day: number, begins: number, length: number): boolean {
  if (byDay.length === 0) return true;
  return byDay.some(({ day: wanted, nth }) => {
    if (wanted !== weekdayOf(day)) return false;
    if (nth === undefined) return true;
    const place = Math.floor((day - begins) / 7) + 1;
    const fromEnd = -(Math.floor((begins + length - 1 - day) / 7) + 1);
    return nth === place || nth === fromEnd;
  });
}

const dayLength = 86_400_000;

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function dayNumber(year: number, month: number, date: number): number {
  return Math.floor(Date.UTC(year, month, date) / dayLength);
}

function partsOf(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const at = new Date(day * dayLength);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

/** 0 for Monday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The days of the month that begins on a day. */
function monthLength(begins: number): number {
  const { year, month } = partsOf(begins);
  return dayNumber(year, month + 1, 1) - begins;
}
