import { type ContentLine, writeLines } from './content-lines.ts';
import { type CalendarEvent, eventLines } from './event-lines.ts';
import { zonesOf } from './write-calendar.ts';

interface Participant {
  readonly name: string;
  readonly address: string;
}

/** Who invites whom, and whether it is to take place. */
export interface Invitation {
  readonly organizer: Participant;
  readonly guest: Participant & { readonly answer: string };
  readonly comes: boolean;
}

/** What one guest is told of one event: that he is invited, or that it is called off for him (RFC 5546, 3.2). */
export function invitationText(
  event: CalendarEvent,
  { organizer, guest, comes }: Invitation,
  now: number,
): string {
  const more: readonly ContentLine[] = [
    { name: 'STATUS', value: comes ? 'CONFIRMED' : 'CANCELLED' },
    ...(organizer.address === ''
      ? []
      : [{ name: 'ORGANIZER', parameters: named(organizer), value: `mailto:${organizer.address}` }]),
    {
      name: 'ATTENDEE',
      parameters: {
        ...named(guest),
        ...{ ROLE: 'REQ-PARTICIPANT', PARTSTAT: guest.answer },
        ...(comes && { RSVP: 'TRUE' }),
      },
      value: `mailto:${guest.address}`,
    },
  ];
  const lines = eventLines(event);
  return writeLines([
    { name: 'BEGIN', value: 'VCALENDAR' },
    { name: 'VERSION', value: '2.0' },
    { name: 'PRODID', value: '-//Guanxi//Guanxi//EN' },
    { name: 'CALSCALE', value: 'GREGORIAN' },
    { name: 'METHOD', value: comes ? 'REQUEST' : 'CANCEL' },
    ...zonesOf([event], now),
    ...lines.slice(0, -1),
    ...more,
    ...lines.slice(-1),
    { name: 'END', value: 'VCALENDAR' },
  ]);
}

/** A parameter of a line holds neither quotes nor breaks. */
function named({ name }: Participant): Readonly<Record<string, string>> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const text = name.replaceAll(/[\u0000-\u001f"]+/g, ' ').trim();
  return text === '' ? {} : { CN: text };
}
