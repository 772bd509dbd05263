import { Unacceptable } from '../problem.ts';

/** How something comes back, as RFC 5545 has it, for things that happen at most once a day. */
export interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count?: number;
  /** The last instant at which it may begin, in milliseconds. */
  readonly until?: number;
  readonly byDay: readonly WeekdayOf[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  /** The day with which weeks begin, 0 for Monday. */
  readonly weekStart: number;
}

/** A weekday, 0 for Monday, and which one of the month or year, counted from its end when negative. */
export interface WeekdayOf {
  readonly day: number;
  readonly nth?: number;
}

export const weekdays: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const most = { interval: 999, count: 1000, length: 500 };

/** Reads the text of a rule. A last day that is only a date ends with that day, as `endOfDay` says. */
export function readRule(text: string, endOfDay: (day: string) => number): Rule {
  const parts = partsOf(text);
  const freq = parts.get('FREQ');
  if (!isFrequency(freq)) throw new Unacceptable('notRecurrence');
  const until = parts.get('UNTIL');
  const count = parts.get('COUNT');
  if (until !== undefined && count !== undefined) throw new Unacceptable('notRecurrence');
  const byDay = listOf(parts.get('BYDAY')).map(weekdayIn);
  if ((freq === 'DAILY' || freq === 'WEEKLY') && byDay.some(({ nth }) => nth !== undefined))
    throw new Unacceptable('notRecurrence');
  return {
    freq,
    interval: wholeNumber(parts.get('INTERVAL') ?? '1', 1, most.interval),
    ...(count !== undefined && { count: wholeNumber(count, 1, most.count) }),
    ...(until !== undefined && { until: lastInstant(until, endOfDay) }),
    byDay,
    byMonthDay: numbersOf(parts.get('BYMONTHDAY'), 31),
    byMonth: listOf(parts.get('BYMONTH')).map((each) => wholeNumber(each, 1, 12)),
    bySetPos: numbersOf(parts.get('BYSETPOS'), 366),
    weekStart: dayNumber(parts.get('WKST') ?? 'MO'),
  };
}

/** The one way a rule is written. */
export function writeRule(rule: Rule): string {
  const lists: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['BYMONTH', rule.byMonth],
    ['BYMONTHDAY', rule.byMonthDay],
    ['BYDAY', rule.byDay.map(({ day, nth }) => `${nth ?? ''}${weekdays[day]}`)],
    ['BYSETPOS', rule.bySetPos],
  ];
  return [
    `FREQ=${rule.freq}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...lists.flatMap(([name, values]) => (values.length === 0 ? [] : [`${name}=${values.join(',')}`])),
    ...(rule.weekStart === 0 ? [] : [`WKST=${weekdays[rule.weekStart]}`]),
    ...(rule.count === undefined ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === undefined ? [] : [`UNTIL=${writeInstant(rule.until)}`]),
  ].join(';');
}

/** As RFC 5545 writes an instant: `20261231T155959Z`. */
export function writeInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

const known = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYSETPOS',
  'WKST',
]);

function partsOf(text: string): ReadonlyMap<string, string> {
  if (text.length > most.length) throw new Unacceptable('notRecurrence');
  const pairs = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .map((part) => part.split('='));
  const parts = new Map(pairs.map(([name = '', value = '']) => [name, value]));
  const odd = pairs.some(([name = '', value, more]) => !known.has(name) || !value || more !== undefined);
  if (odd || parts.size < pairs.length) throw new Unacceptable('notRecurrence');
  return parts;
}

function isFrequency(text: string | undefined): text is Rule['freq'] {
  return ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(text ?? '');
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(',');
}

function numbersOf(text: string | undefined, limit: number): readonly number[] {
  return listOf(text).map((each) => {
    const number = wholeNumber(each, -limit, limit);
    if (number === 0) throw new Unacceptable('notRecurrence');
    return number;
  });
}

function wholeNumber(text: string, least: number, greatest: number): number {
  const number = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= greatest)) throw new Unacceptable('notRecurrence');
  return number;
}

function weekdayIn(text: string): WeekdayOf {
  const [, nth = '', day = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(text) ?? [];
  if (nth === '') return { day: dayNumber(day) };
  const number = wholeNumber(nth, -53, 53);
  if (number === 0) throw new Unacceptable('notRecurrence');
  return { day: dayNumber(day), nth: number };
}

function dayNumber(text: string): number {
  const number = weekdays.indexOf(text);
  if (number < 0) throw new Unacceptable('notRecurrence');
  return number;
}

function lastInstant(text: string, endOfDay: (day: string) => number): number {
  const [, date, time] = /^(\d{8})(?:T(\d{6})Z?)?$/.exec(text) ?? [];
  if (date === undefined) throw new Unacceptable('notRecurrence');
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  const clock = time && `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
  if (Number.isNaN(Date.parse(`${day}T00:00:00Z`))) throw new Unacceptable('notRecurrence');
  const until = clock === undefined ? endOfDay(day) : Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(until)) throw new Unacceptable('notRecurrence');
  return until;
}
