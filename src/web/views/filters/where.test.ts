import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bothConditions, readFilters, writeFilters } from './where.ts';

test('a condition is taken apart into chips and put together again', () => {
  const where = { status: { in: ['open', 'late'] }, owner: '$actor', amount: { gte: '1000', lt: '5000' } };
  const parts = readFilters(where);
  assert.deepEqual(parts.filters.at(0), { path: 'status', operator: 'in', value: ['open', 'late'] });
  assert.equal(parts.filters.length, 4);
  const again = readFilters(writeFilters(parts));
  assert.deepEqual(again, parts);
});

test('what no chip can show is kept as it is', () => {
  const where = { and: [{ name: { contains: '华东' } }, { or: [{ a: 1 }, { b: 2 }] }] };
  const parts = readFilters(where);
  assert.deepEqual(parts.rest, [{ or: [{ a: 1 }, { b: 2 }] }]);
  assert.deepEqual(writeFilters(parts), { and: [{ name: { contains: '华东' } }, parts.rest[0]] });
});

test('no chips are no condition', () => {
  assert.equal(writeFilters({ filters: [], rest: [] }), undefined);
  assert.deepEqual(writeFilters(readFilters({ status: 'won' })), { status: 'won' });
});

test('a view and its reader both decide', () => {
  assert.deepEqual(bothConditions({ a: 1 }, { b: 2 }), { and: [{ a: 1 }, { b: 2 }] });
  assert.deepEqual(bothConditions(undefined, { b: 2 }), { b: 2 });
  assert.equal(bothConditions(undefined, undefined), undefined);
});
