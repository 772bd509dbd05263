import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedDays, movedValues } from './moved-bar.ts';

const ends = { start: 'beginsOn', end: 'endsAt' };
const record = { beginsOn: '2026-10-20', endsAt: '2026-10-24T15:30:00.000Z' };

test('a bar is moved by whole days, and keeps its time of day over the night in which clocks are set', () => {
  assert.deepEqual(movedValues(record, ends, 'whole', 2, 'Europe/Berlin'), {
    beginsOn: '2026-10-22',
    endsAt: '2026-10-26T16:30:00.000Z',
  });
});

test('one end is moved alone, and never beyond the other', () => {
  assert.deepEqual(movedValues(record, ends, 'start', -1, 'Asia/Shanghai'), { beginsOn: '2026-10-19' });
  assert.deepEqual(movedValues(record, ends, 'end', -30, 'UTC'), { endsAt: '2026-10-20T15:30:00.000Z' });
  assert.deepEqual(movedDays('2026-10-20', '2026-10-24', 'start', 9), ['2026-10-24', '2026-10-24']);
});

test('a record without an end is given one by drawing it out, and none by moving it', () => {
  const open = { beginsOn: '2026-10-20', endsOn: null };
  const days = { start: 'beginsOn', end: 'endsOn' };
  assert.deepEqual(movedValues(open, days, 'whole', 1, 'UTC'), { beginsOn: '2026-10-21' });
  assert.deepEqual(movedValues(open, days, 'end', 3, 'UTC'), { endsOn: '2026-10-23' });
});
