import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const path = '/api/calendar-feed';

/** The address at which other programs read one's own calendar. */
export function calendarFeedCalls(say: Phrases): readonly Call[] {
  const tag = say('calendarFeed');
  return [
    {
      ...{ method: 'get', path, id: 'readCalendarFeed', tag, summary: say('readCalendarFeed') },
      answer: objectOf({ since: { type: ['string', 'null'], format: 'date-time' } }),
    },
    {
      ...{ method: 'post', path, id: 'renewCalendarFeed', tag, summary: say('renewCalendarFeed') },
      status: 201,
      answer: objectOf({ address: { type: 'string', format: 'uri' } }),
      refuses: [403],
    },
    {
      ...{ method: 'delete', path, id: 'endCalendarFeed', tag, summary: say('endCalendarFeed') },
      status: 204,
    },
    {
      ...{ method: 'get', path: '/api/calendar-feeds/{workspace}/{secret}', id: 'readCalendar', tag },
      summary: say('readCalendar'),
      open: true,
      gives: 'text/calendar',
      answer: { type: 'string' },
      refuses: [404],
    },
  ];
}
