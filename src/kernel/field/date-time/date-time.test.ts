import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unacceptable } from '../../problem.ts';
import { instantInput } from './date-time.ts';

test('an instant is read in any zone and written in UTC', () => {
  assert.equal(instantInput('2026-11-23T09:30:00+08:00'), '2026-11-23T01:30:00+00:00');
  assert.equal(instantInput('2026-11-23 09:30'), '2026-11-23T09:30:00+00:00');
  assert.equal(instantInput('2026-11-23T09:30:00.120Z'), '2026-11-23T09:30:00.12+00:00');
});

test('a day that no calendar has, or a year that cannot be stored, is refused', () => {
  for (const text of [
    ...['2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z', '2026-01-01'],
    ...['0000-06-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00'],
  ])
    assert.throws(() => instantInput(text), Unacceptable, text);
});
