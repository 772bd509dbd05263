import { type ContentLine, writeLines } from './content-lines.ts';
import { type CalendarEvent, eventLines } from './event-lines.ts';
import { zoneLines } from './zone-lines.ts';

const year = 366 * 86_400_000;

/** A calendar as a file that other programs read (RFC 5545), with the zones on whose clocks it goes. */
export function writeCalendar(name: string, events: readonly CalendarEvent[], now: number): string {
  return writeLines([
    { name: 'BEGIN', value: 'VCALENDAR' },
    { name: 'VERSION', value: '2.0' },
    { name: 'PRODID', value: '-//Guanxi//Guanxi//EN' },
    { name: 'CALSCALE', value: 'GREGORIAN' },
    { name: 'METHOD', value: 'PUBLISH' },
    { name: 'X-WR-CALNAME', value: name },
    { name: 'REFRESH-INTERVAL', parameters: { VALUE: 'DURATION' }, value: 'PT1H' },
    ...zonesOf(events, now),
    ...events.flatMap(eventLines),
    { name: 'END', value: 'VCALENDAR' },
  ]);
}

/** The zones on whose clocks what comes back goes on. */
export function zonesOf(events: readonly CalendarEvent[], now: number): readonly ContentLine[] {
  const zones = Map.groupBy(
    events.filter(({ repeats }) => repeats !== undefined),
    ({ repeats }) => repeats?.zone ?? 'UTC',
  );
  return [...zones].flatMap(([zone, own]) =>
    zoneLines(zone, Math.min(...own.map(({ start }) => start)) - year, now + 5 * year),
  );
}
