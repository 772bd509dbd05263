import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextSort, sortOf } from './sort.ts';

test('clicks on a head go up, down and back to the order of the view', () => {
  assert.equal(nextSort(undefined, 'amount'), 'amount');
  assert.equal(nextSort('amount', 'amount'), '-amount');
  assert.equal(nextSort('-amount', 'amount'), undefined);
  assert.equal(nextSort('-closeDate', 'amount'), 'amount');
});

test('only the first key is shown at a head', () => {
  assert.equal(sortOf('-closeDate,name', 'closeDate'), 'descending');
  assert.equal(sortOf('-closeDate,name', 'name'), 'none');
});
