import ICAL from 'ical.js';
import { dayIn, startOfDay } from '#kernel/expression/zone.ts';
import { writeLines } from './content-lines.ts';
import { type CalendarEvent, eventLines } from './event-lines.ts';
import { insteadIn, repeatsIn, timesIn } from './read-entry.ts';
import { zoneLines } from './zone-lines.ts';

/** An event and those of its times that were changed alone, as they are to stand in one entry of a calendar. */
export interface WrittenEntry {
  readonly main: CalendarEvent;
  readonly alone: readonly CalendarEvent[];
}

const year = 366 * 86_400_000;

/**
 * An entry that says this. Of one that is there already only what differs is written anew, so that alarms, guests and
 * whatever else other programs have put into it stay.
 */
export function writeEntry(
  current: string | undefined,
  { main, alone }: WrittenEntry,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
): string {
  const calendar = new ICAL.Component(current === undefined ? empty() : ICAL.parse(current));
  const events = calendar.getAllSubcomponents('vevent');
  const instead = (event: ICAL.Component) =>
    event.hasProperty('recurrence-id') ? insteadIn(event, timeZone) : undefined;
  const place = (event: CalendarEvent, by: number | undefined) => {
    const there = events.find((each) => instead(each) === by);
    const uid = String(events[0]?.getFirstPropertyValue('uid') ?? event.uid);
    const days = wholeDays(main, timeZone) ? timeZone : undefined;
    const fresh = freshOf({ ...event, uid, days, changed: now });
    if (there === undefined) calendar.addSubcomponent(fresh);
    else bringUpToDate(there, fresh, timeZone);
  };
  place(main, undefined);
  for (const each of alone) place(each, each.instead);
  const kept = new Set<number | undefined>([undefined, ...alone.map((each) => each.instead)]);
  for (const each of events) if (!kept.has(instead(each))) calendar.removeSubcomponent(each);
  describeZone(calendar, main, now);
  return calendar.toString().replace(/\r?\n?$/, '\r\n');
}

function empty() {
  return ICAL.parse('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Guanxi//Guanxi//EN\r\nEND:VCALENDAR');
}

function freshOf(event: CalendarEvent): ICAL.Component {
  return new ICAL.Component(ICAL.parse(writeLines(eventLines(event)).trimEnd()));
}

/** What is written anew together. */
const times = ['dtstart', 'dtend', 'duration', 'rrule', 'exdate'];

function bringUpToDate(there: ICAL.Component, fresh: ICAL.Component, timeZone: string): void {
  const [theirs, ours] = [timesIn(there, timeZone), timesIn(fresh, timeZone)];
  const taken = (event: ICAL.Component, { start, end }: typeof theirs) =>
    JSON.stringify([start, end, repeatsIn(event, timeZone)]);
  const differing = [
    ...(taken(there, theirs) === taken(fresh, ours) ? [] : times),
    ...(theirs.summary === ours.summary ? [] : ['summary']),
    ...(theirs.place === ours.place ? [] : ['location']),
    ...(theirs.notes === ours.notes ? [] : ['description']),
  ];
  if (differing.length === 0) return;
  const sequence = Number(there.getFirstPropertyValue('sequence') ?? 0) + 1;
  for (const name of [...differing, 'dtstamp', 'last-modified']) {
    there.removeAllProperties(name);
    for (const property of fresh.getAllProperties(name))
      there.addProperty(ICAL.Property.fromString(property.toICALString()));
  }
  there.updatePropertyWithValue('sequence', sequence);
}

/** From midnight to midnight of the one whose calendar it is. */
function wholeDays({ start, end }: CalendarEvent, timeZone: string): boolean {
  const midnight = (at: number) => startOfDay(dayIn(at, timeZone), timeZone) === at;
  return end !== undefined && end > start && midnight(start) && midnight(end);
}

/** Adds what a zone's clocks show, where the entry goes by them and does not tell yet. */
function describeZone(calendar: ICAL.Component, { repeats, start }: CalendarEvent, now: number): void {
  const told = calendar
    .getAllSubcomponents('vtimezone')
    .map((zone) => String(zone.getFirstPropertyValue('tzid')));
  const used = calendar
    .getAllSubcomponents('vevent')
    .some((event) => event.getFirstProperty('dtstart')?.getFirstParameter('tzid') === repeats?.zone);
  if (repeats === undefined || !used || told.includes(repeats.zone)) return;
  const lines = zoneLines(repeats.zone, Math.min(start, now) - year, now + 5 * year);
  calendar.addSubcomponent(new ICAL.Component(ICAL.parse(writeLines(lines).trimEnd())));
}
