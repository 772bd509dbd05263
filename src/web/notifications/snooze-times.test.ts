import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snoozeTimes } from './snooze-times.ts';

const at = (now: string, zone: string) =>
  Object.fromEntries(snoozeTimes(zone, new Date(now)).map(({ name, at }) => [name, at]));

test('CUS-20 what is put off comes back in the morning or evening of the reader', () => {
  // Thursday, 10:00 in Shanghai.
  assert.deepEqual(at('2026-11-26T02:00:00.000Z', 'Asia/Shanghai'), {
    hour: '2026-11-26T03:00:00.000Z',
    evening: '2026-11-26T10:00:00.000Z',
    tomorrow: '2026-11-27T01:00:00.000Z',
    week: '2026-11-30T01:00:00.000Z',
  });
});

test('late in the day there is no evening left, and on a Monday the next week is a week away', () => {
  const late = at('2026-11-30T20:00:00.000Z', 'Europe/London');
  assert.deepEqual(Object.keys(late), ['hour', 'tomorrow', 'week']);
  assert.equal(late.week, '2026-12-07T09:00:00.000Z');
});
