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
  readonly place?: string | undefined;
  readonly notes?: string | undefined;
  readonly url: string;
  readonly busy: boolean;
  readonly version: number;
  readonly changed: number;
}

/** An event as RFC 5545 writes it; what comes back is told on the clocks of its zone, all else as instants. */
export function eventLines(event: CalendarEvent): readonly ContentLine[] {
  const { start, end, repeats, instead } = event;
  const zone = repeats?.zone ?? event.zone;
  const time = (name: string, at: number): ContentLine =>
    zone === undefined
      ? { name, value: writeInstant(at) }
      : { name, parameters: { TZID: zone }, value: clockValue(clockIn(at, zone)) };
  const optional = (name: string, text: string | undefined) =>
    text ? [{ name, value: textValue(text) }] : [];
  return [
    { name: 'BEGIN', value: 'VEVENT' },
    { name: 'UID', value: event.uid },
    { name: 'DTSTAMP', value: writeInstant(event.changed) },
    { name: 'LAST-MODIFIED', value: writeInstant(event.changed) },
    { name: 'SEQUENCE', value: String(event.version) },
    time('DTSTART', start),
    ...(end === undefined ? [] : [time('DTEND', end)]),
    ...(instead === undefined ? [] : [time('RECURRENCE-ID', instead)]),
    ...(repeats === undefined ? [] : [{ name: 'RRULE', value: repeats.rule }]),
    ...(repeats?.except ?? []).map((each) => time('EXDATE', Date.parse(each))),
    { name: 'SUMMARY', value: textValue(event.summary) },
    ...optional('LOCATION', event.place),
    ...optional('DESCRIPTION', event.notes),
    { name: 'URL', value: event.url },
    { name: 'TRANSP', value: event.busy ? 'OPAQUE' : 'TRANSPARENT' },
    { name: 'END', value: 'VEVENT' },
  ];
}
