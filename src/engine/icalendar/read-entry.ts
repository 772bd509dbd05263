import ICAL from 'ical.js';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Unacceptable } from '#kernel/problem.ts';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { readRule, writeRule } from '#kernel/recurrence/rule.ts';
import { endOfDay } from '#kernel/recurrence/starts-of.ts';
import { readTime, zoneOf } from './read-time.ts';

/** What is said of an event, or of one time of it. */
export interface ReadTimes {
  readonly summary: string;
  readonly start: number;
  readonly end?: number | undefined;
  readonly place: string;
  readonly notes: string;
  readonly cancelled: boolean;
}

/** An event as somebody else's program has written it. */
export interface ReadEntry extends ReadTimes {
  readonly uid: string;
  readonly repeats?: Recurrence | undefined;
  /** When it was changed the last time, where that is told. */
  readonly changed?: number | undefined;
  /** Its times that were changed alone. */
  readonly alone: readonly (ReadTimes & { readonly instead: number })[];
}

/** Stands where an event has no title. */
export const untitled = '—';

/** Characters that an entry may have. */
const most = 512 * 1024;

/**
 * Reads an entry of a calendar as far as it can be said of a record; undefined when that would lose how it comes back, or
 * when it takes place. The library reads the text alone: it never returns from some rules, so they are not its to follow.
 */
export function readEntry(text: string, timeZone: string): ReadEntry | undefined {
  if (text.length > most) return undefined;
  try {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const [main, ...more] = events.filter((event) => !event.hasProperty('recurrence-id'));
    if (main === undefined || more.length > 0 || ['rdate', 'exrule'].some((name) => main.hasProperty(name)))
      return undefined;
    const alone = events.filter((event) => event !== main);
    const changed = [main, ...alone].flatMap((event) => changedAt(event, timeZone));
    const repeats = repeatsIn(main, timeZone);
    if (repeats === undefined && alone.length > 0) return undefined;
    return {
      uid: String(main.getFirstPropertyValue('uid') ?? ''),
      ...timesIn(main, timeZone),
      repeats,
      changed: changed.length > 0 ? Math.max(...changed) : undefined,
      alone: alone.map((event) => ({ ...timesIn(event, timeZone), instead: insteadIn(event, timeZone) })),
    };
  } catch (error) {
    // Whatever the text says that is no date, no zone or no rule that can be followed.
    if (error instanceof Unacceptable || error instanceof Error) return undefined;
    throw error;
  }
}

/** Which time of its series an event stands for. */
export function insteadIn(event: ICAL.Component, timeZone: string): number {
  const property = event.getFirstProperty('recurrence-id');
  if (property?.getFirstParameter('range')) throw new Unacceptable('notRecurrence');
  return readTime(property, timeZone).at;
}

/** What an event says, without how it comes back. */
export function timesIn(event: ICAL.Component, timeZone: string): ReadTimes {
  const start = readTime(event.getFirstProperty('dtstart'), timeZone);
  const end = event.getFirstProperty('dtend');
  const duration = event.getFirstPropertyValue('duration');
  const lasts = duration === null ? undefined : ICAL.Duration.fromString(String(duration)).toSeconds() * 1000;
  const told = end ? readTime(end, timeZone).at : lasts === undefined ? undefined : start.at + lasts;
  const words = (name: string) => String(event.getFirstPropertyValue(name) ?? '').trim();
  return {
    summary: words('summary') || untitled,
    start: start.at,
    end: told ?? (start.day ? endOfDay(start.day, timeZone) + 1 : undefined),
    ...{ place: words('location'), notes: words('description') },
    cancelled: words('status').toUpperCase() === 'CANCELLED',
  };
}

/** How an event comes back, on the clocks of its zone; undefined when it does not. */
export function repeatsIn(event: ICAL.Component, timeZone: string): Recurrence | undefined {
  const [rule, ...more] = event.getAllProperties('rrule');
  if (rule === undefined) return undefined;
  if (more.length > 0) throw new Unacceptable('notRecurrence');
  const zone = zoneOf(event.getFirstProperty('dtstart'), timeZone);
  const except = event.getAllProperties('exdate').flatMap((each) => {
    const { length } = each.getValues();
    return Array.from({ length }, (_, index) => formatInstant(readTime(each, timeZone, index).at));
  });
  const text = String(rule.getFirstValue());
  return {
    rule: writeRule(readRule(text, (day) => endOfDay(day, zone))),
    zone,
    ...(except.length > 0 && { except: [...new Set(except)].sort() }),
  };
}

function changedAt(event: ICAL.Component, timeZone: string): readonly number[] {
  const property = event.getFirstProperty('last-modified') ?? event.getFirstProperty('dtstamp');
  return property ? [readTime(property, timeZone).at] : [];
}
