import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offHours, workedDays } from './off-hours.ts';

const span = (from: string, to: string) => ({ from: `2026-11-${from}:00Z`, to: `2026-11-${to}:00Z` });
const working = [span('27T01:00', '27T04:00'), span('27T05:30', '27T10:00'), span('30T22:00', '30T23:00')];

test('SAL-02 outside of working hours a day is shaded, by the clock of who looks', () => {
  assert.deepEqual(offHours(working, '2026-11-27', 'Asia/Shanghai'), [
    { from: 0, to: 540 },
    { from: 720, to: 810 },
    { from: 1080, to: 1440 },
  ]);
  assert.deepEqual(offHours(working, '2026-11-28', 'Asia/Shanghai'), [{ from: 0, to: 1440 }]);
  assert.deepEqual(offHours([span('26T16:00', '27T16:00')], '2026-11-27', 'Asia/Shanghai'), []);
  assert.deepEqual([...workedDays(working, 'Asia/Shanghai')], ['2026-11-27', '2026-12-01']);
});
