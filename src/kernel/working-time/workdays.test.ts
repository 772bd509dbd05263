import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysLater } from '../expression/calendar-days.ts';
import { usualWeek, type Week, weekdayOf, weekdays } from './week.ts';
import { isWorkingDay, workdaysOf, workingDaysBetween, workingDaysLater } from './workdays.ts';

const week = fc
  .uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 7 })
  .map(
    (worked) =>
      Object.fromEntries(
        weekdays.map((day) => [day, worked.includes(day) ? [{ from: '09:00', to: '17:00' }] : []]),
      ) as unknown as Week,
  );
const later = (count: number) => daysLater('2026-01-01', count) ?? '';
const day = fc.integer({ min: -40, max: 400 }).map(later);
const exceptions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 360 }).map(later), fc.boolean()), { maxLength: 60 })
  .map((pairs) => new Map(pairs));

test('days that are counted without going through them are those that are gone through', () => {
  fc.assert(
    fc.property(week, exceptions, day, fc.integer({ min: -80, max: 80 }), (hours, differing, from, count) => {
      const workdays = workdaysOf(hours, differing);
      const works = (each: string) => differing.get(each) ?? hours[weekdayOf(each)].length > 0;
      let found = from;
      for (let left = Math.abs(count); left > 0; ) {
        found = daysLater(found, Math.sign(count)) ?? '';
        if (works(found)) left--;
      }
      assert.equal(workingDaysLater(workdays, from, count), found);
      assert.equal(isWorkingDay(workdays, found), works(found));
      let passed = 0;
      for (let each = from; each < found; ) {
        each = daysLater(each, 1) ?? '';
        if (works(each)) passed++;
      }
      if (count >= 0) assert.equal(workingDaysBetween(workdays, from, found), passed);
      assert.equal(
        workingDaysBetween(workdays, found, from) + 0,
        -workingDaysBetween(workdays, from, found) + 0,
      );
    }),
    { numRuns: 400 },
  );
});

test('what would lie beyond all years is none', () => {
  const workdays = workdaysOf(usualWeek, new Map());
  assert.equal(workingDaysLater(workdays, '9999-12-30', 1), '9999-12-31');
  assert.equal(workingDaysLater(workdays, '9999-12-31', 1), null);
  assert.equal(workingDaysLater(workdays, '0001-01-02', -1), '0001-01-01');
  assert.equal(workingDaysLater(workdays, '0001-01-01', -1), null);
  assert.equal(workingDaysBetween(workdays, '0001-01-01', '9999-12-31'), 2_608_614);
});
