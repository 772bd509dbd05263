import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextTime, type Rhythm } from './next-time.ts';

const next = (rhythm: Partial<Rhythm>, zone: string, after: string) =>
  new Date(
    nextTime(
      { often: 'daily', weekdays: [], dayOfMonth: null, time: '08:00', ...rhythm },
      zone,
      Date.parse(after),
    ),
  ).toISOString();

test('each day at a time is that time on the clock of the owner, summer and winter', () => {
  assert.equal(next({}, 'Asia/Shanghai', '2026-11-27T00:00:00Z'), '2026-11-28T00:00:00.000Z');
  assert.equal(next({}, 'Asia/Shanghai', '2026-11-26T23:59:59Z'), '2026-11-27T00:00:00.000Z');
  assert.equal(next({}, 'Europe/Berlin', '2026-10-24T12:00:00Z'), '2026-10-25T07:00:00.000Z');
  assert.equal(next({}, 'Europe/Berlin', '2026-10-23T12:00:00Z'), '2026-10-24T06:00:00.000Z');
});

test('only the weekdays that are chosen count', () => {
  const weekdays = ['monday', 'wednesday'];
  assert.equal(
    next({ often: 'weekly', weekdays }, 'UTC', '2026-11-27T12:00:00Z'),
    '2026-11-30T08:00:00.000Z',
  );
  assert.equal(
    next({ often: 'weekly', weekdays }, 'UTC', '2026-11-30T08:00:00Z'),
    '2026-12-02T08:00:00.000Z',
  );
});

test('a month that lacks the day has its last', () => {
  const monthly = { often: 'monthly', dayOfMonth: 31 } as const;
  assert.equal(next(monthly, 'UTC', '2027-01-31T09:00:00Z'), '2027-02-28T08:00:00.000Z');
  assert.equal(next(monthly, 'UTC', '2027-02-28T09:00:00Z'), '2027-03-31T08:00:00.000Z');
});
