import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Week, weekdays } from './week.ts';
import { calendarOf, type DayException } from './working-calendar.ts';
import {
  addWorkingTime,
  commonSpans,
  nextWorkingMoment,
  workingSpans,
  workingTimeBetween,
} from './working-time.ts';

const hour = 3_600_000;
const every = (hours: readonly (readonly [string, string])[], free: readonly string[] = []) =>
  Object.fromEntries(
    weekdays.map((day) => [day, free.includes(day) ? [] : hours.map(([from, to]) => ({ from, to }))]),
  ) as unknown as Week;
const office = every(
  [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  ['saturday', 'sunday'],
);
const none = () => undefined;
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const clock = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant + 8 * hour).toISOString().slice(0, 16);
const shanghai = (exceptionOn: (day: string) => DayException | undefined = none) =>
  calendarOf(office, 'Asia/Shanghai', exceptionOn);

test('working time passes in working hours alone, over breaks and weekends', () => {
  const calendar = shanghai();
  assert.equal(clock(addWorkingTime(calendar, at('2026-11-27T11:00'), 2 * hour)), '2026-11-27T14:30');
  assert.equal(clock(addWorkingTime(calendar, at('2026-11-27T17:00'), 2 * hour)), '2026-11-30T10:00');
  assert.equal(clock(addWorkingTime(calendar, at('2026-11-28T10:00'), 0)), '2026-11-28T10:00');
  assert.equal(clock(nextWorkingMoment(calendar, at('2026-11-27T12:10'))), '2026-11-27T13:30');
  assert.equal(clock(nextWorkingMoment(calendar, at('2026-11-28T10:00'))), '2026-11-30T09:00');
  assert.equal(workingTimeBetween(calendar, at('2026-11-27T17:00'), at('2026-11-30T10:00')), 2 * hour);
});

test('a holiday is free, a day worked for it has the hours of the week, and a day may have its own', () => {
  const calendar = shanghai(
    (day) =>
      ({
        '2026-10-09': { works: false },
        '2026-10-10': { works: true },
        '2026-10-12': { works: true, hours: [{ from: '09:00', to: '11:00' }] },
      })[day],
  );
  assert.equal(clock(addWorkingTime(calendar, at('2026-10-08T17:00'), 2 * hour)), '2026-10-10T10:00');
  assert.equal(clock(addWorkingTime(calendar, at('2026-10-10T17:00'), 4 * hour)), '2026-10-13T10:00');
});

test('where no work is ever done there is no next moment', () => {
  const never = calendarOf(office, 'UTC', () => ({ works: false }));
  assert.equal(nextWorkingMoment(never, 0), undefined);
  assert.equal(addWorkingTime(never, 0, 1), undefined);
});

test('clocks that are set make the night shorter and longer and leave the office hours as they are', () => {
  const night = every([['00:00', '24:00']]);
  const berlin = (week: Week) => calendarOf(week, 'Europe/Berlin', none);
  const days = (from: string, to: string) =>
    [Date.parse(`${from}T12:00Z`), Date.parse(`${to}T12:00Z`)] as const;
  assert.equal(workingTimeBetween(berlin(night), ...days('2026-03-28', '2026-03-29')), 24 * hour);
  const [spring] = [
    ...workingSpans(berlin(night), {
      from: Date.parse('2026-03-28T23:00Z'),
      to: Date.parse('2026-03-29T22:00Z'),
    }),
  ];
  assert.deepEqual(spring, { from: Date.parse('2026-03-28T23:00Z'), to: Date.parse('2026-03-29T22:00Z') });
  const skipped = every([['02:00', '03:00']]);
  assert.equal(workingTimeBetween(berlin(skipped), ...days('2026-03-28', '2026-03-29')), 0);
  assert.equal(
    workingTimeBetween(
      berlin(every([['09:00', '17:00']])),
      Date.parse('2026-10-20T00:00Z'),
      Date.parse('2026-11-03T00:00Z'),
    ),
    14 * 8 * hour,
  );
});

test('adding working time and measuring it are one the other’s way back, in every zone', () => {
  const zone = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'UTC',
  );
  const hours = fc.constantFrom(
    every([['00:00', '24:00']]),
    every(
      [
        ['22:00', '24:00'],
        ['00:00', '06:00'],
      ].toSorted() as [string, string][],
      ['monday'],
    ),
    office,
    every([['01:30', '02:30']]),
  );
  const instant = fc.integer({ min: Date.parse('2026-03-01'), max: Date.parse('2026-12-01') });
  fc.assert(
    fc.property(
      zone,
      hours,
      instant,
      fc.integer({ min: 1, max: 90 * hour }),
      (timeZone, week, from, length) => {
        const calendar = calendarOf(week, timeZone, none);
        const reached = addWorkingTime(calendar, from, length) ?? Number.NaN;
        assert.equal(workingTimeBetween(calendar, from, reached), length);
        const between = Math.floor((from + reached) / 2);
        assert.equal(
          workingTimeBetween(calendar, from, between) + workingTimeBetween(calendar, between, reached),
          length,
        );
        const next = nextWorkingMoment(calendar, from) ?? Number.NaN;
        assert.equal(workingTimeBetween(calendar, from, next), 0);
        assert.ok(workingTimeBetween(calendar, next, next + 1) === 1);
      },
    ),
    { numRuns: 60 },
  );
});

test('what several have in common lies within the hours of each', () => {
  const [one, other] = [
    [
      { from: 0, to: 10 },
      { from: 20, to: 30 },
    ],
    [{ from: 5, to: 25 }],
  ];
  assert.deepEqual(commonSpans([one, other]), [
    { from: 5, to: 10 },
    { from: 20, to: 25 },
  ]);
  assert.deepEqual(commonSpans([one]), one);
  assert.deepEqual(commonSpans([one, []]), []);
});
