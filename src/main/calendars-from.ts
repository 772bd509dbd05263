import { calDav } from '#adapters/caldav/caldav.ts';
import type { DistantCalendars } from '#kernel/port/distant-calendar.ts';

/** CalDAV; servers of the own network are asked only where the environment allows it. */
export function calendarsFrom({ GUANXI_PRIVATE_CALENDARS: own }: NodeJS.ProcessEnv): DistantCalendars {
  return calDav({ ownNetwork: own === 'yes' });
}
