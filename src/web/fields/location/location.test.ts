import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLocation, parseLocation } from './format.ts';

test('a point is written and read back', () => {
  const qingdao = { latitude: 36.0671, longitude: 120.38264 };
  assert.equal(formatLocation(qingdao), '36.06710, 120.38264');
  assert.deepEqual(parseLocation('36.06710, 120.38264'), qingdao);
  assert.deepEqual(parseLocation('36.0671，120.38264'), qingdao);
});

test('what lies off the globe is refused', () => {
  assert.equal(parseLocation('91, 20'), null);
  assert.equal(parseLocation('20, 181'), null);
  assert.equal(parseLocation('Qingdao'), null);
});
