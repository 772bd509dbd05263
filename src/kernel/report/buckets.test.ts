import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constantFrom, assert as hold, integer, property } from 'fast-check';
import {
  addDays,
  bucketOf,
  bucketsOf,
  dateParts,
  daysAYearBefore,
  daysBefore,
  daysOfBucket,
} from './buckets.ts';

test('a day lies within the days of its group, whichever part of time that is', () => {
  hold(
    property(integer({ min: 0, max: 30_000 }), constantFrom(...dateParts), (offset, part) => {
      const day = addDays('1999-01-01', offset);
      const [from = '', until = ''] = daysOfBucket(bucketOf(day, part), part) ?? [];
      assert.ok(from <= day && day < until, `${day} ${part} ${from} ${until}`);
      assert.equal(bucketOf(from, part), bucketOf(day, part));
      assert.notEqual(bucketOf(until, part), bucketOf(day, part));
    }),
  );
});

test('weeks are those of ISO 8601, also where the year turns', () => {
  assert.equal(bucketOf('2027-01-03', 'week'), '2026-W53');
  assert.equal(bucketOf('2024-12-30', 'week'), '2025-W01');
  assert.deepEqual(daysOfBucket('2026-W53', 'week'), ['2026-12-28', '2027-01-04']);
});

test('a span of time is filled with every group of it', () => {
  assert.deepEqual(bucketsOf(['2025-11-01', '2026-03-01'], 'month'), [
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
  assert.deepEqual(bucketsOf(['2026-05-15', '2026-08-01'], 'quarter'), ['2026-Q2', '2026-Q3']);
  assert.equal(bucketsOf(['1990-01-01', '2026-01-01'], 'day'), undefined);
});

test('what is compared with: as many months before, as many days before, or a year before', () => {
  assert.deepEqual(daysBefore(['2026-01-01', '2026-04-01']), ['2025-10-01', '2026-01-01']);
  assert.deepEqual(daysBefore(['2026-11-14', '2026-11-28']), ['2026-10-31', '2026-11-14']);
  assert.deepEqual(daysAYearBefore(['2024-02-29', '2024-03-01']), ['2023-02-28', '2023-03-01']);
});
