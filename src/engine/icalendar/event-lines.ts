import { clockIn } from '#kernel/expression/zone.ts';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { writeInstant } from '#kernel/recurrence/rule.ts';
import { type ContentLine, textValue } from './content-lines.ts';
import { clockValue } from './zone-lines.ts';

/** Something that takes place, as other programs' calendars know it. */
export interface CalendarEvent {
  /** The same for a series and those of its times that were changed alone. */
  readonly uid: string;
  readonly summary: string;
  readonly start: number;
  /** Absent for a moment. */
  readonly end?: number | undefined;
  readonly repeats?: Recurrence | undefined;
  /** When this one time of a series would have begun. */
  readonly instead?: number | undefined;
  /** The zone on whose clocks its series goes on. */
  readonly zone?: string | undefined;
  /** The zone on whose clocks it takes whole days, where it is told by these. */
  readonly days?: string | undefined;
  readonly place?: string | undefined;
  readonly notes?: string | undefined;
  readonly url: string;
  readonly busy: boolean;
  readonly version: number;
  readonly changed: number;
}

const day = 86_400_000;

/** An event as RFC 5545 writes it; what comes back is told on the clocks of its zone, all else as instants. */
export function eventLines(event: CalendarEvent): readonly ContentLine[] {
  const { start, end, repeats, instead, days } = event;
  const zone = repeats?.zone ?? event.zone;
  const midnight = (at: number | undefined, days: string) =>
    at !== undefined && clockIn(at, days) % day === 0;
  const whole = days !== undefined && midnight(start, days) && midnight(end, days);
  const time = (name: string, at: number, byDays = days !== undefined): ContentLine => {
    if (byDays && days !== undefined)
      return { name, parameters: { VALUE: 'DATE' }, value: dayValue(at, days) };
    if (zone === undefined) return { name, value: writeInstant(at) };
    return { name, parameters: { TZID: zone }, value: clockValue(clockIn(at, zone)) };
  };
  // The end of what is told by days is a day as well.
  const rule =
    days === undefined
      ? repeats?.rule
      : repeats?.rule.replace(
          /UNTIL=(\d{8}T\d{6}Z)/,
          (_, until: string) => `UNTIL=${dayValue(instantValue(until), days)}`,
        );
  const optional = (name: string, text: string | undefined) =>
    text ? [{ name, value: textValue(text) }] : [];
  return [
    { name: 'BEGIN', value: 'VEVENT' },
    { name: 'UID', value: event.uid },
    { name: 'DTSTAMP', value: writeInstant(event.changed) },
    { name: 'LAST-MODIFIED', value: writeInstant(event.changed) },
    { name: 'SEQUENCE', value: String(event.version) },
    time('DTSTART', start, whole),
    ...(end === undefined ? [] : [time('DTEND', end, whole)]),
    ...(instead === undefined ? [] : [time('RECURRENCE-ID', instead)]),
    ...(rule === undefined ? [] : [{ name: 'RRULE', value: rule }]),
    ...(repeats?.except ?? []).map((each) => time('EXDATE', Date.parse(each))),
    { name: 'SUMMARY', value: textValue(event.summary) },
    ...optional('LOCATION', event.place),
    ...optional('DESCRIPTION', event.notes),
    { name: 'URL', value: event.url },
    { name: 'TRANSP', value: event.busy ? 'OPAQUE' : 'TRANSPARENT' },
    { name: 'END', value: 'VEVENT' },
  ];
}

function dayValue(at: number, zone: string): string {
  return clockValue(clockIn(at, zone)).slice(0, 8);
}

/** The instant that `20261231T155959Z` tells. */
function instantValue(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
