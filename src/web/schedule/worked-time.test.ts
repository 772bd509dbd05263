import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTime, workedTime } from './worked-time.ts';

const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
const hour = 3_600_000;
// Thursday, Friday and Monday.
const week = workedTime([12, 13, 16].map((day) => ({ from: at(day, 9), until: at(day, 17) })));

test('nights and days off take no time', () => {
  assert.equal(week.day, 8 * hour);
  assert.equal(week.before(at(13, 17)), week.before(at(16, 9)), 'a weekend');
  assert.equal(week.before(at(13, 0)) - week.before(at(12, 0)), 8 * hour);
  assert.equal(week.before(at(12, 13)), 4 * hour);
  assert.deepEqual([week.before(at(1, 0)), week.before(at(30, 0))], [0, 24 * hour]);
});

test('where no work is done at all, every hour counts', () => {
  assert.equal(workedTime([]), allTime);
  assert.equal(allTime.before(at(2, 0)) - allTime.before(at(1, 0)), allTime.day);
});
