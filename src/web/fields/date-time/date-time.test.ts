import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDateTime, formatTime } from '#kernel/writing/date-time.ts';
import { instantOf, todayIn, wallClock } from '#kernel/writing/wall-clock.ts';
import { relativeTime } from './relative.ts';

test("writes an instant in the user's zone", () => {
  const at = '2026-11-23T20:05:00.000+00:00';
  assert.equal(formatDateTime(at, 'zh-CN', 'Asia/Shanghai'), '2026-11-24 04:05');
  assert.equal(formatDateTime(at, 'en', 'America/New_York'), 'Nov 23, 2026, 3:05 PM');
  assert.equal(formatTime('2026-11-23T16:00:00Z', 'zh-CN', 'Asia/Shanghai'), '00:00');
});

test('a wall clock time becomes the instant it means', () => {
  assert.equal(instantOf('2026-11-24 04:05:00', 'Asia/Shanghai'), '2026-11-23T20:05:00.000Z');
  assert.equal(instantOf('2026-07-01 12:00:00', 'America/New_York'), '2026-07-01T16:00:00.000Z');
  assert.equal(instantOf('2026-03-08 02:30:00', 'America/New_York'), '2026-03-08T07:30:00.000Z');
  assert.equal(instantOf('2026-11-01 01:30:00', 'America/New_York'), '2026-11-01T05:30:00.000Z');
});

test('instant and wall clock are inverse outside the repeated hour', () => {
  const zones = ['UTC', 'Asia/Shanghai', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland'];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4_000_000_000 }), (zone, seconds) => {
      const wall = wallClock(new Date(seconds * 1000).toISOString(), zone);
      assert.equal(wallClock(instantOf(wall, zone), zone), wall);
    }),
    { numRuns: 200 },
  );
});

test("today is the day of the user's zone", () => {
  const now = new Date('2026-11-23T20:00:00Z');
  assert.equal(todayIn('Asia/Shanghai', now), '2026-11-24');
  assert.equal(todayIn('America/Los_Angeles', now), '2026-11-23');
});

test('says how long ago, up to a week', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  assert.equal(relativeTime('2026-11-24T11:59:30Z', 'en', now), 'now');
  assert.equal(relativeTime('2026-11-24T11:55:00Z', 'en', now), '5 minutes ago');
  assert.equal(relativeTime('2026-11-21T11:00:00Z', 'zh-CN', now), '3天前');
  assert.equal(relativeTime('2026-11-10T11:00:00Z', 'en', now), null);
});
