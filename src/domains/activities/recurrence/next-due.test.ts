import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextDue, type Recurrence } from './next-due.ts';

describe('when a task of a series is due next', () => {
  const cases: readonly [Recurrence, string, string][] = [
    ['daily', '2026-12-31T01:00:00.000Z', '2027-01-01T01:00:00.000Z'],
    ['weekdays', '2026-11-27T09:00:00.000Z', '2026-11-30T09:00:00.000Z'],
    ['weekly', '2026-02-25T09:00:00.000Z', '2026-03-04T09:00:00.000Z'],
    ['monthly', '2028-01-31T09:00:00.000Z', '2028-02-29T09:00:00.000Z'],
    ['quarterly', '2026-11-30T09:00:00.000Z', '2027-02-28T09:00:00.000Z'],
    ['yearly', '2028-02-29T09:00:00.000Z', '2029-02-28T09:00:00.000Z'],
  ];
  for (const [recurrence, from, to] of cases)
    it(`CUS-20 ${recurrence}`, () => assert.equal(nextDue(from, recurrence, null), to));

  it('CUS-20 ends with the series', () => {
    assert.equal(nextDue('2026-11-24T09:00:00Z', 'weekly', '2026-11-30'), null);
    assert.notEqual(nextDue('2026-11-24T09:00:00Z', 'weekly', '2026-12-01'), null);
  });
});
