import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evenColumns } from './even-columns.ts';

test('tiles are spread over as few rows as they need, each as long as the others or one shorter', () => {
  assert.deepEqual(
    [1, 2, 6, 7, 11].map((tiles) => evenColumns(tiles, 7)),
    [1, 2, 6, 7, 6],
  );
  assert.equal(evenColumns(0, 7), 1);
});
