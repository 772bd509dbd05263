import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ahead, daysOfAge, sharesOf } from './bands.ts';

test('CUS-14 a band of ages is the days that lie so long ago, each day in one band', () => {
  const days = (from: number) => daysOfAge(from, '2026-11-27');
  assert.deepEqual(days(0), { gte: '2026-10-29', lt: '2026-11-28' });
  assert.deepEqual(days(30), { gte: '2026-09-29', lt: '2026-10-29' });
  assert.deepEqual(days(90), { lt: '2026-08-30' });
  assert.deepEqual(days(ahead), { gte: '2026-11-28' });
});

test('CUS-14 a band of percentages begins where the one before ends', () => {
  assert.deepEqual([0, 25, 75, 100].map(sharesOf), [
    { lt: '25' },
    { gte: '25', lt: '50' },
    { gte: '75', lt: '100' },
    { gte: '100' },
  ]);
});
