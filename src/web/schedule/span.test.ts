import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besides, dayShown, marksOf, placeOf, spanOf } from './span.ts';

const november = spanOf('2026-11-18', 'month');

test('a span begins with a week or a month and goes on from there', () => {
  assert.deepEqual(november, { from: '2026-11-01', until: '2026-12-01' });
  assert.deepEqual(spanOf('2026-11-30', 'quarter'), { from: '2026-11-01', until: '2027-02-01' });
  assert.deepEqual(spanOf('2026-11-01', 'week'), { from: '2026-10-26', until: '2026-11-02' });
  assert.deepEqual(
    [
      besides('2026-11-30', 'quarter', 1),
      besides('2026-01-31', 'month', -1),
      besides('2026-11-01', 'week', 1),
    ],
    ['2027-02-01', '2025-12-01', '2026-11-02'],
  );
  assert.deepEqual(
    [
      dayShown('2026-11-18', '2026-01-01'),
      dayShown('2026-02-30', '2026-01-01'),
      dayShown(undefined, '2026-01-01'),
    ],
    ['2026-11-18', '2026-01-01', '2026-01-01'],
  );
});

test('days lie in it by their share, and what is beyond it is cut off', () => {
  assert.deepEqual(placeOf(november, '2026-11-01', '2026-11-30'), { left: 0, width: 100 });
  assert.deepEqual(placeOf(november, '2026-11-16', '2026-11-18'), { left: 50, width: 10 });
  assert.deepEqual(placeOf(november, '2026-10-01', '2026-11-03'), { left: 0, width: 10 });
  assert.deepEqual(placeOf(november, '2026-11-28', '2027-03-01'), { left: 90, width: 10 });
  assert.equal(placeOf(november, '2026-12-01', '2026-12-04'), undefined);
  assert.equal(placeOf(november, '2026-10-01', '2026-10-31'), undefined);
});

test('a day that ends before it begins is a single day', () => {
  assert.deepEqual(placeOf(november, '2026-11-16', '2026-11-10'), { left: 50, width: 100 / 30 });
});

test('marks are the days of a week, the weeks of a month, else months', () => {
  assert.deepEqual(marksOf(spanOf('2026-11-18', 'week'), 'week').length, 7);
  assert.deepEqual(marksOf(november, 'month'), [
    ...['2026-11-01', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
  ]);
  assert.deepEqual(marksOf(spanOf('2026-11-01', 'quarter'), 'quarter'), [
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
  ]);
});
