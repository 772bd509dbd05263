import { dayInput } from '../field/date/date.ts';
import { textInput } from '../field/text-input.ts';
import { partsOf } from '../parts-of.ts';
import { type Complaint, Refusal, Unacceptable } from '../problem.ts';
import { type ClockSpan, hoursFrom, usualWeek, type Week, weekFrom } from './week.ts';

/** When a company works. */
export interface CompanyTime {
  readonly week: Week;
  /** Whose public holidays, and days worked for them, hold; null for nobody's. */
  readonly publicHolidays: PublicHolidays | null;
  /** Days that differ by the company's own decision, which goes before any other; in order. */
  readonly days: readonly ExceptionalDays[];
  /** Whether people may set hours of their own by themselves. */
  readonly ownHours: boolean;
}

/** The countries whose public holidays are known. */
export const publicHolidays = ['CN'] as const;
export type PublicHolidays = (typeof publicHolidays)[number];

/** A day, or several in a row, on which work is done otherwise than in the week. */
export interface ExceptionalDays {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly works: boolean;
  /** The hours of each of them; those of the week where nothing is said. */
  readonly hours?: readonly ClockSpan[];
}

/** When a company works that has said nothing. */
export function usualTime(locale: string): CompanyTime {
  return locale === 'zh-CN' ? usualInChina : usual;
}

// The same object each time: what is reckoned from it is kept by it.
const usual: CompanyTime = { week: usualWeek, publicHolidays: null, days: [], ownHours: true };
const usualInChina: CompanyTime = { ...usual, publicHolidays: 'CN' };

const most = { days: 500, length: 366, name: 100 } as const;

/** Reads when a company works as somebody has sent it, whole; all that is wrong is told at once. */
export function companyTimeFrom(input: unknown, field = 'workingTime'): CompanyTime {
  const complaints: Complaint[] = [];
  const given = partsOf(input, field, complaints);
  const { publicHolidays: holidays = null, ownHours = true, days = [] } = given;
  const week = weekFrom(given.week, `${field}.week`, complaints);
  if (holidays !== null && !publicHolidays.some((country) => country === holidays))
    complaints.push({
      ...{ field: `${field}.publicHolidays`, code: 'notAChoice' },
      parameters: { value: String(holidays).slice(0, 40), choices: publicHolidays.join(', ') },
    });
  if (typeof ownHours !== 'boolean') complaints.push({ field: `${field}.ownHours`, code: 'notBoolean' });
  const exceptional = daysFrom(days, `${field}.days`, complaints);
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return {
    week,
    publicHolidays: holidays as PublicHolidays | null,
    days: exceptional,
    ownHours: ownHours === true,
  };
}

function daysFrom(input: unknown, field: string, complaints: Complaint[]): readonly ExceptionalDays[] {
  if (!Array.isArray(input)) {
    complaints.push({ field, code: 'notAList' });
    return [];
  }
  if (input.length > most.days) {
    complaints.push({ field, code: 'tooMany', parameters: { most: most.days } });
    return [];
  }
  const read = input.map((each, place) => exceptionFrom(each, `${field}.${place}`, complaints));
  const ordered = read.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  for (const [place, { from, name }] of ordered.entries()) {
    const before = ordered[place - 1];
    if (before !== undefined && from <= before.to && complaints.length === 0)
      complaints.push({ field, code: 'daysMeet', parameters: { one: before.name, other: name } });
  }
  return ordered;
}

function exceptionFrom(input: unknown, field: string, complaints: Complaint[]): ExceptionalDays {
  const given = partsOf(input, field, complaints);
  const read = <Value>(name: string, parse: (value: unknown) => Value): Value | undefined => {
    try {
      return parse(given[name]);
    } catch (error) {
      if (!(error instanceof Unacceptable)) throw error;
      complaints.push({ field: `${field}.${name}`, code: error.code, parameters: error.parameters });
      return undefined;
    }
  };
  const from = read('from', dayInput) ?? '';
  const to = given.to === undefined || given.to === null ? from : (read('to', dayInput) ?? '');
  const name = read('name', nameOfDays) ?? '';
  if (to < from && from !== '' && to !== '')
    complaints.push({ field: `${field}.to`, code: 'endsBeforeFirst' });
  else if (Date.parse(to) - Date.parse(from) >= most.length * 86_400_000)
    complaints.push({ field: `${field}.to`, code: 'daysTooLong', parameters: { days: most.length } });
  if (typeof given.works !== 'boolean') complaints.push({ field: `${field}.works`, code: 'notBoolean' });
  const works = given.works === true;
  const hours =
    !works || given.hours === undefined || given.hours === null
      ? undefined
      : hoursFrom(given.hours, `${field}.hours`, complaints);
  return { from, to, name, works, ...(hours && hours.length > 0 && { hours }) };
}

function nameOfDays(input: unknown): string {
  const name = textInput(input ?? '', most.name);
  if (name === '') throw new Unacceptable('required');
  return name;
}
