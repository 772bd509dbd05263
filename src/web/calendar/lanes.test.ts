import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lanesOf } from './lanes.ts';

test('SAL-02 what happens at the same time stands beside each other, and the rest takes the whole width', () => {
  const spans = [
    { from: 540, to: 600 },
    { from: 570, to: 660 },
    { from: 600, to: 630 },
    { from: 720, to: 780 },
  ];
  assert.deepEqual(lanesOf(spans), [
    { lane: 0, lanes: 2 },
    { lane: 1, lanes: 2 },
    { lane: 0, lanes: 2 },
    { lane: 0, lanes: 1 },
  ]);
});
