import {
  type CalendarLogin,
  type DistantCalendar,
  type DistantCalendars,
  type DistantEntry,
  DistantFailure,
} from '#kernel/port/distant-calendar.ts';
import type { Reach } from '../outgoing/post-outside.ts';
import { changesOf } from './changes-of.ts';
import { davRequest, escaped, multiStatus } from './dav-request.ts';
import { findCalendars } from './find-calendars.ts';
import { within } from './within.ts';

/** Calendars at servers that speak CalDAV (RFC 4791); those of the own network only where told. */
export function calDav(reach: Reach = {}): DistantCalendars {
  return {
    find: (login) => findCalendars(login, reach),
    open: (login, calendar) => calendarAt(login, calendar, reach),
  };
}

/** How many entries are read with one request. */
const batch = 50;

function calendarAt(login: CalendarLogin, calendar: string, reach: Reach): DistantCalendar {
  const read = async (addresses: readonly string[]): Promise<readonly DistantEntry[]> => {
    const entries: DistantEntry[] = [];
    for (let from = 0; from < addresses.length; from += batch) {
      const some = addresses.slice(from, from + batch).map((each) => new URL(each).pathname);
      const body = `<c:calendar-multiget><d:prop><d:getetag/><c:calendar-data/></d:prop>${some
        .map((each) => `<d:href>${escaped(each)}</d:href>`)
        .join('')}</c:calendar-multiget>`;
      const answer = await multiStatus(login, calendar, { method: 'REPORT', depth: 1, body }, reach);
      if (answer === undefined) throw new DistantFailure('calendarRefused', 'calendar-multiget');
      for (const { href, properties } of answer.responses) {
        const [tag, text] = [properties.get('getetag')?.text, properties.get('calendar-data')?.text];
        if (tag && text) entries.push({ address: within(calendar, href), tag, text });
      }
    }
    return entries;
  };
  return {
    changes: (since, known) => changesOf(login, calendar, since, known, reach),
    read,
    async write(address, body, tag) {
      const guard: Record<string, string> =
        tag === undefined ? { 'if-none-match': '*' } : { 'if-match': tag };
      const headers = { 'content-type': 'text/calendar; charset=utf-8', ...guard };
      const answer = await davRequest(login, address, { method: 'PUT', headers, body }, reach);
      if (answer.status === 412) return undefined;
      if (!answer.ok) throw new DistantFailure('calendarRefused', `PUT ${answer.status}`);
      return answer.headers.get('etag') ?? (await read([address]))[0]?.tag;
    },
    async remove(address, tag) {
      const answer = await davRequest(
        login,
        address,
        { method: 'DELETE', headers: { 'if-match': tag } },
        reach,
      );
      if (answer.status === 412) return false;
      if (!answer.ok && answer.status !== 404 && answer.status !== 410)
        throw new DistantFailure('calendarRefused', `DELETE ${answer.status}`);
      return true;
    },
  };
}
