import { type Week, weekdays } from './week.ts';

/**
 * On which days work is done, as numbers by which days are counted without going through them, in memory and in the
 * database alike. Days are numbered from the first of January of the year 1, a Monday, which is 0.
 */
export interface Workdays {
  /** How many of the first days of a week are worked, for none of them to all seven. */
  readonly workingWeek: readonly number[];
  /** The days that differ from the week, in order. */
  readonly exceptionalDays: readonly number[];
  /** How many more days are worked than by the week alone: before any exception, and from each on. */
  readonly exceptionalChanges: readonly number[];
  /** How many days have been worked at the end of each exception. */
  readonly exceptionalRanks: readonly number[];
}

/** Counts the working days of a week in which one day at least is worked. */
export function workdaysOf(week: Week, exceptions: ReadonlyMap<string, boolean>): Workdays {
  const worked = weekdays.map((weekday) => week[weekday].length > 0);
  const workingWeek = running(worked.map(Number));
  const differing = [...exceptions]
    .map(([day, works]) => ({ number: numberOf(day), works }))
    .filter(({ number, works }) => worked[number % 7] !== works)
    .sort((one, other) => one.number - other.number);
  const exceptionalDays = differing.map(({ number }) => number);
  const exceptionalChanges = running(differing.map(({ works }) => (works ? 1 : -1)));
  const exceptionalRanks = exceptionalDays.map(
    (number, place) => byWeek(workingWeek, number) + (exceptionalChanges[place + 1] ?? 0),
  );
  return { workingWeek, exceptionalDays, exceptionalChanges, exceptionalRanks };
}

export function isWorkingDay(workdays: Workdays, day: string): boolean {
  const number = numberOf(day);
  return upTo(workdays, number) > upTo(workdays, number - 1);
}

/** The working days after one day and up to another; less than zero where that is the earlier one. */
export function workingDaysBetween(workdays: Workdays, from: string, to: string): number {
  return upTo(workdays, numberOf(to)) - upTo(workdays, numberOf(from));
}

/** The working day that is so many after a day, or before it; the day itself for none; null beyond all years. */
export function workingDaysLater(workdays: Workdays, day: string, count: number): string | null {
  if (count === 0) return day;
  const number = numberOf(day);
  const rank = count > 0 ? upTo(workdays, number) + count : upTo(workdays, number - 1) + count + 1;
  const found = rank < 1 ? -1 : ofRank(workdays, rank);
  return found < 0 || found > lastDay ? null : new Date(first + found * dayLength).toISOString().slice(0, 10);
}

/** How many days are worked up to a day and with it. */
function upTo({ workingWeek, exceptionalDays, exceptionalChanges }: Workdays, number: number): number {
  return byWeek(workingWeek, number) + (exceptionalChanges[atMost(exceptionalDays, number)] ?? 0);
}

function byWeek(week: readonly number[], number: number): number {
  return Math.floor((number + 1) / 7) * (week[7] ?? 0) + (week[(number + 1) % 7] ?? 0);
}

/** The first day up to which so many are worked. */
function ofRank(workdays: Workdays, rank: number): number {
  const { workingWeek, exceptionalDays, exceptionalChanges, exceptionalRanks } = workdays;
  const passed = atMost(exceptionalRanks, rank - 1);
  const within = rank - (exceptionalChanges[passed] ?? 0) - 1;
  const each = workingWeek[7] ?? 1;
  const found = Math.floor(within / each) * 7 + atMost(workingWeek, within % each) - 1;
  // From the next exception on the count is another one.
  return Math.min(found, exceptionalDays[passed] ?? found);
}

/** How many of some numbers in order are no larger than another. */
function atMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function running(numbers: readonly number[]): readonly number[] {
  const sums = [0];
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + number);
  return sums;
}

const dayLength = 86_400_000;
const first = Date.parse('0001-01-01T00:00:00Z');
const lastDay = (Date.parse('9999-12-31T00:00:00Z') - first) / dayLength;

function numberOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - first) / dayLength;
}
