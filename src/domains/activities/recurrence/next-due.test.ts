import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextAnniversary, nextDue, type Recurrence } from './next-due.ts';

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
    it(`CUS-20 ${recurrence}`, () => assert.equal(nextDue(from, recurrence, null, 'UTC'), to));

  it('CUS-20 ends with the series', () => {
    assert.equal(nextDue('2026-11-24T09:00:00Z', 'weekly', '2026-11-30', 'UTC'), null);
    assert.notEqual(nextDue('2026-11-24T09:00:00Z', 'weekly', '2026-12-01', 'UTC'), null);
  });

  it('CUS-20 keeps the time of day and the weekday of the person, also where clocks are changed', () => {
    // 07:30 on a Friday in Shanghai is still Thursday in UTC.
    assert.equal(
      nextDue('2026-11-26T23:30:00.000Z', 'weekdays', null, 'Asia/Shanghai'),
      '2026-11-29T23:30:00.000Z',
    );
    // 09:00 in Berlin, before and after the end of summer time.
    assert.equal(
      nextDue('2026-10-23T07:00:00.000Z', 'weekly', null, 'Europe/Berlin'),
      '2026-10-30T08:00:00.000Z',
    );
    // 02:30 does not exist on the day when clocks are set forward.
    assert.equal(
      nextDue('2026-03-28T01:30:00.000Z', 'daily', null, 'Europe/Berlin'),
      '2026-03-29T01:30:00.000Z',
    );
  });
});

it('CUS-11 what comes every year comes the next time after now, however long ago it was first', () => {
  const now = '2026-11-26T20:00:00.000Z';
  assert.equal(nextAnniversary('1985-05-03T01:00:00Z', now, 'Asia/Shanghai'), '2027-05-03T01:00:00.000Z');
  assert.equal(nextAnniversary('2026-11-26T19:59:00Z', now, 'UTC'), '2027-11-26T19:59:00.000Z');
  // The last of February stays the 29th where there is one.
  assert.equal(
    nextAnniversary('2000-02-29T09:00:00Z', '2027-06-01T00:00:00Z', 'UTC'),
    '2028-02-29T09:00:00.000Z',
  );
});
