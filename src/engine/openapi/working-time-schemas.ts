import { publicHolidays } from '#kernel/working-time/company-time.ts';
import { weekdays } from '#kernel/working-time/week.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const day = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time' };
const hours = {
  type: 'array',
  items: objectOf({ from: text, to: text }),
  examples: [[{ from: '09:00', to: '12:00' }]],
};
const week = objectOf(Object.fromEntries(weekdays.map((weekday) => [weekday, hours])), []);

/** When one person works. */
export const ownTimeSchema = {
  ...objectOf({ week, companyDays: { type: 'boolean' } }, ['week']),
  type: ['object', 'null'],
};

/** When a company works. */
export const companyTimeSchema = objectOf(
  {
    week,
    publicHolidays: { enum: [...publicHolidays, null] },
    days: {
      type: 'array',
      items: objectOf({ from: day, to: day, name: text, works: { type: 'boolean' }, hours }, [
        'from',
        'name',
        'works',
      ]),
    },
    ownHours: { type: 'boolean' },
  },
  ['week'],
);

/** When work is done within a window. */
export function workingTimeCall(say: Phrases): Call {
  const spans = { type: 'array', items: objectOf({ from: instant, to: instant }) };
  return {
    method: 'get',
    path: '/api/working-time',
    id: 'readWorkingTime',
    tag: say('people'),
    summary: say('workingTime'),
    parameters: [
      ...['from', 'to'].map((name) => ({ name, in: 'query', required: true, schema: instant })),
      { name: 'ids', in: 'query', required: false, schema: text },
    ],
    answer: objectOf({
      company: spans,
      people: { type: 'array', items: objectOf({ id: uuid, working: spans }) },
      days: { type: 'array', items: objectOf({ day, name: text, works: { type: 'boolean' } }) },
    }),
    refuses: [422],
  };
}
