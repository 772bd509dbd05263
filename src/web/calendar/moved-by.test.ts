import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthenedBy, movedBy } from './moved-by.ts';

const entry = {
  ...{ key: 'x', record: { id: 'x', version: 1 }, whole: false },
  ...{ from: '2026-10-24T07:00:00+00:00', to: '2026-10-24T08:30:00+00:00' },
};

test('SAL-02 what is moved over the night in which clocks are set keeps its time on them, and its length', () => {
  assert.deepEqual(movedBy(entry, 1, 0, 'Europe/Berlin'), {
    from: '2026-10-25T08:00:00.000Z',
    to: '2026-10-25T09:30:00.000Z',
  });
  assert.deepEqual(movedBy(entry, 0, -45, 'Europe/Berlin').from, '2026-10-24T06:15:00.000Z');
  const day = { ...entry, from: '2026-12-31', to: '2026-12-31', whole: true };
  assert.deepEqual(movedBy(day, 1, 0, 'Asia/Shanghai'), { from: '2027-01-01' });
});

test('SAL-02 what is made shorter lasts a quarter of an hour at least', () => {
  assert.equal(lengthenedBy(entry, 30).to, '2026-10-24T09:00:00.000Z');
  assert.equal(lengthenedBy(entry, -300).to, '2026-10-24T07:15:00.000Z');
});
