import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostOf, readAt, wholeWindow, writeAt } from './map-answer.ts';
import { mergedGroups } from './merged-groups.ts';

const shanghai = { count: 5, latitude: 31.2, longitude: 121.5 };
const suzhou = { count: 2, latitude: 31.3, longitude: 120.6, exactness: 'city' };
const beijing = { count: 4, latitude: 39.9, longitude: 116.4 };
const london = { count: 1, latitude: 51.5, longitude: -0.1, id: 'a' };

test('circles that would cover each other are one, until the map is near enough', () => {
  const [first, ...others] = mergedGroups([suzhou, beijing, shanghai], 4);
  assert.deepEqual([first?.count, first?.exactness, first?.window], [7, 'city', [120.6, 31.2, 121.5, 31.3]]);
  assert.deepEqual(others, [beijing]);
  assert.equal(mergedGroups([suzhou, beijing, shanghai], 8).length, 3);
});

test('a map opens on most of what there is, and not on the one record abroad', () => {
  assert.deepEqual(mostOf([london, beijing, shanghai, suzhou]), [116.4, 31.2, 121.5, 39.9]);
  assert.deepEqual(mostOf([london]), [-0.1, 51.5, -0.1, 51.5]);
  assert.equal(mostOf([]), undefined);
});

test('what an address says of a map is read, and windows are told as the server knows them', () => {
  const at = { latitude: 31.2, longitude: 121.5, zoom: 6 };
  assert.deepEqual(readAt(writeAt(at)), at);
  for (const text of [undefined, '', '31,121', '91,0,3', '0,0,99', 'a,b,c'])
    assert.equal(readAt(text), undefined);
  assert.deepEqual(wholeWindow([170, -10, 190, 10]), [170, -10, -170, 10]);
  assert.deepEqual(wholeWindow([-300, -120, 300, 120]), [-180, -90, 180, 90]);
});
