import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowSlots } from './row-slots.ts';

test('a row that is scrolled into sight takes the slot of one that has gone; the others keep theirs', () => {
  const first = rowSlots(new Map(), [0, 1, 2]);
  assert.deepEqual(
    [...first],
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  );
  const next = rowSlots(first, [1, 2, 3]);
  assert.deepEqual([next.get(1), next.get(2), next.get(3)], [1, 2, 0]);
  const back = rowSlots(next, [0, 1, 2, 3]);
  assert.equal(new Set(back.values()).size, 4);
  assert.equal(back.get(3), 0);
});
