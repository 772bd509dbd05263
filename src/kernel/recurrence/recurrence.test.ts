import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import rrule from 'rrule';
import { recurrenceType } from '../field/recurrence/recurrence.ts';
import { Unacceptable } from '../problem.ts';
import { nextStart, startsOf } from './starts-of.ts';

const day = 86_400_000;
const value = (rule: string, zone = 'UTC', except: readonly string[] = []) =>
  recurrenceType.parse({ rule, zone, except }, {} as never, {} as never) as ReturnType<typeof Object>;
const starts = (rule: string, zone: string, start: string, days: number, except: readonly string[] = []) =>
  [
    ...startsOf(
      value(rule, zone, except),
      Date.parse(start),
      Date.parse(start),
      Date.parse(start) + days * day,
    ),
  ].map((at) => new Date(at).toISOString().slice(0, 16));

const numbers = (from: number, to: number) =>
  fc.uniqueArray(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 3 });
const names = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
  minLength: 1,
  maxLength: 4,
});
const nth = fc.constantFrom('1MO', '2TU', '-1FR', '3SU', '-2WE', '5TH', 'SA');
const maybe = (part: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
  fc.oneof(
    fc.constant(''),
    values.map((each) => `;${part}=${each.join(',')}`),
  );
const monthDays = fc.oneof(numbers(1, 28), numbers(-28, -1));
const rules = fc.oneof(
  fc.tuple(
    fc.constant('DAILY'),
    maybe('BYDAY', names),
    maybe('BYMONTH', numbers(1, 12)),
    maybe('BYMONTHDAY', monthDays),
  ),
  fc.tuple(
    fc.constant('WEEKLY'),
    maybe('BYDAY', names),
    maybe('BYMONTH', numbers(1, 12)),
    maybe('WKST', fc.constantFrom(['SU'], ['WE'])),
  ),
  fc.tuple(
    fc.constant('MONTHLY'),
    maybe('BYDAY', fc.uniqueArray(nth, { minLength: 1, maxLength: 2 })),
    maybe('BYMONTH', numbers(1, 12)),
    fc.constant(''),
  ),
  fc.tuple(
    fc.constant('MONTHLY'),
    maybe('BYMONTHDAY', monthDays),
    maybe('BYSETPOS', numbers(1, 3)),
    fc.constant(''),
  ),
  fc.tuple(
    fc.constant('YEARLY'),
    maybe('BYMONTH', numbers(1, 12)),
    maybe('BYMONTHDAY', monthDays),
    fc.constant(''),
  ),
  fc.tuple(
    fc.constant('YEARLY'),
    maybe('BYMONTH', numbers(1, 12)),
    maybe('BYDAY', fc.uniqueArray(nth, { minLength: 1, maxLength: 2 })),
    fc.constant(''),
  ),
);

test('SAL-02 a rule falls on the days that the reference library computes', () => {
  fc.assert(
    fc.property(
      rules,
      fc.integer({ min: 1, max: 4 }),
      fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 12 })),
      fc.integer({ min: 0, max: 3000 }),
      ([freq, ...parts], interval, count, offset) => {
        const text = `FREQ=${freq};INTERVAL=${interval}${parts.join('')}${count === undefined ? '' : `;COUNT=${count}`}`;
        const start = Date.UTC(2020, 0, 1, 9) + offset * day;
        const end = start + 500 * day;
        const library = new rrule.RRule({ ...rrule.RRule.parseString(text), dtstart: new Date(start) });
        const [first] = library.between(new Date(start), new Date(end), true);
        // What begins on a day beside its rule is another matter: its own beginning comes first.
        if (first?.getTime() !== start) return;
        const expected = library.between(new Date(start), new Date(end - 1), true).map((at) => at.getTime());
        assert.deepEqual([...startsOf(value(text), start, start, end)], expected, text);
        const middle = start + 230 * day;
        const later = expected.filter((at) => at >= middle);
        assert.deepEqual([...startsOf(value(text), start, middle, end)], later, `${text} from its middle`);
      },
    ),
    { numRuns: 60, seed: 545 },
  );
});

test('SAL-02 what comes back keeps its time on the clocks of its zone when they are set', () => {
  assert.deepEqual(starts('FREQ=WEEKLY', 'Europe/Berlin', '2026-10-19T07:00:00Z', 20), [
    '2026-10-19T07:00',
    '2026-10-26T08:00',
    '2026-11-02T08:00',
  ]);
  assert.deepEqual(starts('FREQ=MONTHLY;BYMONTHDAY=-1', 'Asia/Shanghai', '2026-01-30T17:00:00Z', 70), [
    '2026-01-30T17:00',
    '2026-02-27T17:00',
    '2026-03-30T17:00',
  ]);
});

test('SAL-02 times that are excepted are left out and counted all the same', () => {
  assert.deepEqual(
    starts('FREQ=DAILY;COUNT=4', 'UTC', '2026-01-01T09:00:00Z', 30, ['2026-01-02T09:00:00Z']),
    ['2026-01-01T09:00', '2026-01-03T09:00', '2026-01-04T09:00'],
  );
});

test('SAL-02 a last day that is only a date ends with that day in the zone', () => {
  assert.deepEqual(
    value('FREQ=DAILY;UNTIL=20260103', 'Asia/Shanghai').rule,
    'FREQ=DAILY;UNTIL=20260103T155959Z',
  );
  assert.equal(starts('FREQ=DAILY;UNTIL=20260103', 'Asia/Shanghai', '2026-01-01T15:30:00Z', 30).length, 3);
});

test('SAL-02 a rule that never falls on a day ends, and quickly', () => {
  const began = performance.now();
  for (const rule of [
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=9',
  ])
    assert.equal(nextStart(value(rule), Date.UTC(2025, 2, 1), Date.UTC(2025, 2, 2)), undefined, rule);
  assert.ok(performance.now() - began < 1000);
});

test('SAL-02 a rule that cannot be read is refused', () => {
  const wrong = [
    '',
    'WEEKLY',
    'FREQ=HOURLY',
    'FREQ=DAILY;COUNT=2;UNTIL=20260101',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY;BYDAY=1MO',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY;COUNT=1001',
  ];
  for (const rule of wrong) assert.throws(() => value(rule), Unacceptable, rule);
  assert.throws(() => value('FREQ=DAILY', 'Mars/Olympus'), Unacceptable);
});
