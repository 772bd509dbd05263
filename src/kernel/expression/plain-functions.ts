import Big from 'big.js';
import { formatInstant } from '../field/date-time/date-time.ts';
import { daysLater, firstOf, lastOf, monthsBetween, monthsLater, partOf } from './calendar-days.ts';
import { number } from './compare.ts';
import type { DayPart, PlainFunction } from './expression.ts';
import { blanks, type CalendarUnit, functionBounds } from './function-bounds.ts';
import { clockIn, dayIn } from './zone.ts';

/** What a function makes of values that are there, numbers as decimal strings. */
export type PlainRun = (values: readonly unknown[], timeZone: string) => unknown;

const hour = 3_600_000;
const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** Each as the database computes it; see `plainFunctions` of the engine's compiler. */
export const plainFunctions: Readonly<Record<PlainFunction, PlainRun>> = {
  absolute: ([value]) => number(value).abs().toFixed(),
  floor: ([value]) => towards(number(value), -1),
  ceiling: ([value]) => towards(number(value), 1),
  remainder: ([value, by]) => (number(by).eq(0) ? null : number(value).mod(number(by)).toFixed()),
  sign: ([value]) => String(Math.sign(number(value).cmp(0))),
  power: ([value, by]) => {
    const [base, exponent] = [tenPlaces(value), whole(by, 0, functionBounds.power)];
    if (exponent === null || base.abs().gt(functionBounds.base)) return null;
    return base.pow(exponent).round(6, Big.roundHalfUp).toFixed();
  },
  squareRoot: ([value]) => squareRoot(tenPlaces(value)),
  floorTo: multiple((rest, step) => (rest.lt(0) ? rest.plus(step) : rest)),
  ceilingTo: multiple((rest, step) => (rest.gt(0) ? rest.minus(step) : rest)),
  roundTo: multiple((rest, step) =>
    rest.abs().times(2).gte(step) ? (rest.lt(0) ? rest.plus(step) : rest.minus(step)) : rest,
  ),

  length: ([text]) => String(characters(text).length),
  left: ([text, count]) => piece(text, count, (whole, most) => whole.slice(0, most)),
  right: ([text, count]) =>
    piece(text, count, (whole, most) => whole.slice(Math.max(0, whole.length - most))),
  middle: ([text, from, count]) => {
    const begin = whole(from, 1, functionBounds.characters);
    return begin && piece(text, count, (all, most) => all.slice(begin - 1, begin - 1 + most));
  },
  upper: ([text]) => String(text).toUpperCase(),
  lower: ([text]) => String(text).toLowerCase(),
  trim: ([text]) => String(text).replace(outerBlanks, ''),
  replace: ([text, part, by]) => {
    if (part === '') return cut(text, functionBounds.characters);
    const pieces = cut(text, functionBounds.characters).split(String(part));
    return cut(pieces.join(cut(by, functionBounds.replacement)), functionBounds.characters);
  },
  position: ([text, part]) => {
    const at = String(text).indexOf(String(part));
    return String(at < 0 ? 0 : characters(String(text).slice(0, at)).length + 1);
  },
  repeat: ([text, count]) => {
    const times = whole(count, 0, functionBounds.repeats);
    if (times === null) return null;
    return cut(cut(text, functionBounds.replacement).repeat(times), functionBounds.characters);
  },
  splitPart: ([text, by, count]) => {
    const at = whole(count, -functionBounds.characters, functionBounds.characters);
    if (at === null || at === 0) return null;
    const given = cut(text, functionBounds.characters);
    const parts = by === '' ? [given] : given.split(String(by));
    return parts[at > 0 ? at - 1 : parts.length + at] ?? '';
  },
  padLeft: padded((given, filling) => filling + given),
  padRight: padded((given, filling) => given + filling),
  toNumber: ([text]) => {
    const given = String(text).replace(outerBlanks, '');
    return writtenNumber.test(given) ? number(given.replace(/^\+/, '')).toFixed() : null;
  },

  year: part('year'),
  quarter: part('quarter'),
  month: part('month'),
  week: part('week'),
  day: part('day'),
  weekday: part('weekday'),
  addDays: ([day, count]) => later(count, functionBounds.days, (days) => daysLater(String(day), days)),
  addMonths: ([day, count]) =>
    later(count, functionBounds.months, (months) => monthsLater(String(day), months)),
  addYears: ([day, count]) =>
    later(count, functionBounds.years, (years) => monthsLater(String(day), 12 * years)),
  monthsBetween: ([from, to]) => String(monthsBetween(String(from), String(to))),
  yearsBetween: ([from, to]) => String(Math.trunc(monthsBetween(String(from), String(to)) / 12) || 0),
  startOf: ([day, unit]) => firstOf(String(day), unit as CalendarUnit),
  endOf: ([day, unit]) => lastOf(String(day), unit as CalendarUnit),

  dayOf: ([years, months, days]) => {
    const [year, month, date] = [whole(years, 1, 9999), whole(months, 1, 12), whole(days, 1, 31)];
    if (year === null || month === null || date === null) return null;
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    const day = daysLater(first, date - 1);
    return day?.slice(0, 7) === first.slice(0, 7) ? day : null;
  },

  hour: ([instant], timeZone) =>
    String(new Date(clockIn(Date.parse(String(instant)), timeZone)).getUTCHours()),
  minute: ([instant], timeZone) =>
    String(new Date(clockIn(Date.parse(String(instant)), timeZone)).getUTCMinutes()),
  dateOf: ([instant], timeZone) => {
    const day = dayIn(Date.parse(String(instant)), timeZone);
    return /^\d{4}-/.test(day) && day >= '0001' ? day : null;
  },
  addHours: ([instant, count]) => {
    const hours = number(count);
    if (hours.abs().gte(functionBounds.hours + 1)) return null;
    const at = Date.parse(String(instant)) + Number(hours.times(hour).round(0, Big.roundHalfUp));
    return at >= earliest && at <= latest ? formatInstant(at) : null;
  },
  hoursBetween: ([from, to]) =>
    new Big(Date.parse(String(to)) - Date.parse(String(from)))
      .times(10_000_000)
      .div(hour)
      .round(0, Big.roundDown)
      .times('0.0000001')
      .round(6, Big.roundHalfUp)
      .toFixed(),
};

function part(name: DayPart): PlainRun {
  return ([day]) => String(partOf(String(day), name));
}

/** A whole number in these bounds, as much of it as there is; null outside. */
function whole(value: unknown, least: number, most: number): number | null {
  const given = Number(number(value).round(0, Big.roundDown));
  return given >= least && given <= most ? given : null;
}

/** What lies so many days or months later; null for more than that. */
export function later(count: unknown, most: number, from: (count: number) => string | null): string | null {
  const given = whole(count, -most, most);
  return given === null ? null : from(given);
}

function towards(value: Big, direction: 1 | -1): string {
  const cut = value.round(0, Big.roundDown);
  return (cut.minus(value).times(direction).lt(0) ? cut.plus(direction) : cut).toFixed();
}

/** By code points, as the database counts them. */
function characters(text: unknown): readonly string[] {
  return Array.from(String(text));
}

function cut(text: unknown, most: number): string {
  const given = String(text);
  return given.length <= most ? given : characters(given).slice(0, most).join('');
}

function piece(
  text: unknown,
  count: unknown,
  of: (all: readonly string[], count: number) => readonly string[],
): string | null {
  const most = whole(count, 0, functionBounds.characters);
  return most === null ? null : of(characters(text), most).join('');
}

/** A number less what is left over of it beyond a multiple of a step, the sign of which says nothing. */
function multiple(over: (rest: Big, step: Big) => Big): PlainRun {
  return ([value, by]) => {
    const [given, step] = [number(value), number(by).abs()];
    return step.eq(0) ? null : given.minus(over(given.mod(step), step)).toFixed();
  };
}

function tenPlaces(value: unknown): Big {
  return number(value).round(10, Big.roundHalfUp);
}

/** Big's own root is as exact as a global setting says; scaling first keeps this one independent of it. */
function squareRoot(value: Big): string | null {
  if (value.lt(0)) return null;
  const Precise = Big();
  Precise.DP = 12;
  return new Precise(value).sqrt().round(6, Big.roundHalfUp).toFixed();
}

function padded(together: (given: string, filling: string) => string): PlainRun {
  return ([text, width, by]) => {
    const wanted = whole(width, 0, functionBounds.width);
    if (wanted === null) return null;
    const given = cut(text, functionBounds.characters);
    const [missing, filling] = [wanted - characters(given).length, characters(by)];
    if (missing <= 0 || filling.length === 0) return given;
    return together(given, Array.from({ length: missing }, (_, at) => filling[at % filling.length]).join(''));
  };
}

/** As it is written in full, without signs between its digits. */
const writtenNumber = /^[+-]?[0-9]{1,18}(?:\.[0-9]{1,12})?$/;
const outerBlanks = new RegExp(`^[${blanks}]+|[${blanks}]+$`, 'gu');
