import type ICAL from 'ical.js';
import { instantOf } from '#kernel/expression/zone.ts';
import { Unacceptable } from '#kernel/problem.ts';

export interface ReadTime {
  readonly at: number;
  /** Where it is a whole day. */
  readonly day?: string | undefined;
}

/** The instant that a property tells: by its zone, or where it names none, on the reader's clocks. */
export function readTime(property: ICAL.Property | null, timeZone: string, index = 0): ReadTime {
  const text: unknown = property?.jCal[3 + index];
  if (property === null || typeof text !== 'string') throw new Unacceptable('notDateTime');
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
  const clock = Date.parse(day === undefined ? `${text.replace(/Z$/, '')}Z` : `${day}T00:00:00Z`);
  if (Number.isNaN(clock)) throw new Unacceptable('notDateTime');
  return { at: text.endsWith('Z') ? clock : instantOf(clock, zoneOf(property, timeZone)), day };
}

/** On which clocks a property is told. A zone that only the file itself describes is none that can be followed. */
export function zoneOf(property: ICAL.Property | null, timeZone: string): string {
  const text: unknown = property?.jCal[3];
  if (typeof text === 'string' && text.endsWith('Z')) return 'UTC';
  const named = property?.getFirstParameter('tzid');
  if (!named) return timeZone;
  // Some write their own name before it: /example.org/Europe/Berlin
  const [zone = ''] = /[A-Za-z_]+(\/[A-Za-z_+-]+){0,2}$/.exec(named) ?? [];
  for (const each of [named, zone, zone.replace(/^[^/]+\//, '')]) if (isZone(each)) return each;
  throw new Unacceptable('unknownZone', { zone: named });
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
