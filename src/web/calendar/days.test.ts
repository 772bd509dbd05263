import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween, daysOfMonth, isDay, shiftMonth, weekOf } from './days.ts';

test('a month is shown in whole weeks from Monday', () => {
  const days = daysOfMonth('2026-11');
  assert.deepEqual([days[0], days.at(-1), days.length], ['2026-10-26', '2026-12-06', 42]);
  assert.equal(daysOfMonth('2027-02').length, 28);
});

test('months, weeks and days follow each other over the end of the year', () => {
  assert.equal(shiftMonth('2026-12-31', 1), '2027-01-01');
  assert.equal(shiftMonth('2026-01-15', -1), '2025-12-01');
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.deepEqual([weekOf('2027-01-01')[0], weekOf('2027-01-01')[6]], ['2026-12-28', '2027-01-03']);
  assert.equal(daysBetween('2026-12-30', '2027-01-02'), 3);
});

test('an address that names no day is not believed', () => {
  assert.deepEqual(['2026-11-30', '2026-02-30', '2026-13-01', 'x', undefined].map(isDay), [
    true,
    false,
    false,
    false,
    false,
  ]);
});
