import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextDigest, usualDigestTime } from './digest-time.ts';

const next = (after: string, zone: string, time = usualDigestTime) => {
  const instant = nextDigest(Date.parse(after), time, zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

test('a digest comes at its time of day on the person’s own clock, the same day if it is not over', () => {
  // 2026-11-27 is a Friday.
  assert.equal(next('2026-11-26T23:30:00Z', 'Asia/Shanghai'), '2026-11-27T00:00:00.000Z');
  assert.equal(next('2026-11-27T07:00:00Z', 'Europe/Berlin'), '2026-11-30T07:00:00.000Z');
});

test('weekdays that were not chosen are left out, the weekend unless told otherwise', () => {
  assert.equal(next('2026-11-27T00:00:00Z', 'Asia/Shanghai'), '2026-11-30T00:00:00.000Z');
  const sundays = { minute: 20 * 60 + 15, weekdays: [7] };
  assert.equal(next('2026-11-27T00:00:00Z', 'Asia/Shanghai', sundays), '2026-11-29T12:15:00.000Z');
  assert.equal(next('2026-11-27T00:00:00Z', 'Asia/Shanghai', { minute: 0, weekdays: [] }), undefined);
});

test('it moves with summer time, and comes later where clocks are set forward over it', () => {
  const nightly = { minute: 150, weekdays: [7] };
  assert.equal(next('2026-03-28T12:00:00Z', 'Europe/Berlin', nightly), '2026-03-29T01:30:00.000Z');
  assert.equal(next('2026-10-24T12:00:00Z', 'Europe/Berlin'), '2026-10-26T07:00:00.000Z');
});
