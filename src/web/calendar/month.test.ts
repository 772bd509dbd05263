import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOfMonth, isMonth, nextDay, shiftMonth } from './month.ts';

test('a month is shown in whole weeks from Monday', () => {
  const days = daysOfMonth('2026-11');
  assert.deepEqual([days[0], days.at(-1), days.length], ['2026-10-26', '2026-12-06', 42]);
  assert.equal(daysOfMonth('2027-02').length, 28);
});

test('months and days follow each other over the end of the year', () => {
  assert.equal(shiftMonth('2026-12', 1), '2027-01');
  assert.equal(shiftMonth('2026-01', -1), '2025-12');
  assert.equal(nextDay('2026-12-31'), '2027-01-01');
  assert.equal(nextDay('2028-02-28'), '2028-02-29');
});

test('an address that names no month is not believed', () => {
  assert.deepEqual(['2026-11', '2026-13', 'x', undefined].map(isMonth), [true, false, false, false]);
});
