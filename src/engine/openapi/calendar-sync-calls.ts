import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const path = '/api/calendar-sync';
const text = { type: 'string' } as const;
const login = { address: text, userName: text, password: text };
const orNone = { type: ['string', 'null'] };

const state = objectOf({
  account: {
    oneOf: [
      { type: 'null' },
      objectOf({
        ...{ address: text, userName: text, calendar: text },
        synchronisedAt: { ...orNone, format: 'date-time' },
        ...{ reason: orNone, said: orNone, leftAlone: { type: 'integer' } },
      }),
    ],
  },
});

/** The calendar elsewhere with which one's own is kept the same. */
export function calendarSyncCalls(say: Phrases): readonly Call[] {
  const tag = say('calendarFeed');
  return [
    {
      ...{ method: 'get', path, id: 'readCalendarSync', tag, summary: say('readCalendarSync') },
      answer: state,
    },
    {
      ...{
        method: 'post',
        path: `${path}/calendars`,
        id: 'findCalendars',
        tag,
        summary: say('findCalendars'),
      },
      body: objectOf(login),
      answer: objectOf({ calendars: { type: 'array', items: objectOf({ address: text, name: text }) } }),
      refuses: [403, 422],
    },
    {
      ...{ method: 'put', path, id: 'connectCalendar', tag, summary: say('connectCalendar') },
      body: objectOf({ ...login, calendar: text }),
      answer: state,
      refuses: [403, 422],
    },
    {
      ...{ method: 'post', path: `${path}/run`, id: 'synchroniseCalendar', tag },
      summary: say('synchroniseCalendar'),
      answer: state,
      refuses: [403, 404],
    },
    {
      ...{ method: 'delete', path, id: 'disconnectCalendar', tag, summary: say('disconnectCalendar') },
      status: 204,
      refuses: [403],
    },
  ];
}
