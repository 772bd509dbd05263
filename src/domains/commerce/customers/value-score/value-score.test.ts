import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '#kernel/expression/evaluate.ts';
import type { Expression } from '#kernel/expression/expression.ts';
import { frequencyScore, monetaryScore, recencyScore, valueScore } from './value-score.ts';

interface Facts {
  readonly orderCount: number;
  readonly lastOrderOn: string | null;
  readonly ordersLastYear: number;
  readonly orderedLastYear: string;
}

const parts: Readonly<Record<string, Expression>> = { recencyScore, frequencyScore, monetaryScore };

/** What follows from plain facts, on 1 November 2026. */
function score(facts: Facts, of: Expression = valueScore): number | null {
  const value = evaluate(of, {
    value: (path) =>
      parts[path] ? String(score(facts, parts[path])) : (facts as unknown as Record<string, unknown>)[path],
    kind: (path) => (path === 'lastOrderOn' ? 'date' : 'number'),
    ...{ actor: '', team: [], department: [], departmentAndBelow: [], teammates: [] },
    ...{ today: '2026-11-01', now: '2026-11-01T12:00:00.000Z', timeZone: 'UTC' },
  });
  return value === null ? null : Number(value);
}

const good: Facts = {
  ...{ orderCount: 9, lastOrderOn: '2026-10-02', ordersLastYear: 7, orderedLastYear: '200000.00' },
};

test('CUS-06 a customer is worth what he buys: recently, often and much, five points each', () => {
  assert.equal(score(good), 5 + 4 + 4);
  assert.equal(score({ ...good, ordersLastYear: 12, orderedLastYear: '1000000' }), 15);
  const long = { ...good, lastOrderOn: '2024-01-01', ordersLastYear: 0, orderedLastYear: '0' };
  assert.equal(score(long), 3);
});

test('CUS-06 each sign has its limits', () => {
  const since = (lastOrderOn: string) => score({ ...good, lastOrderOn }, recencyScore);
  assert.deepEqual(
    ['2026-10-02', '2026-10-01', '2026-08-03', '2026-05-05', '2025-11-01', '2025-10-31'].map(since),
    [5, 4, 4, 3, 2, 1],
  );
  const often = (ordersLastYear: number) => score({ ...good, ordersLastYear }, frequencyScore);
  assert.deepEqual([12, 11, 5, 2, 1, 0].map(often), [5, 4, 3, 2, 1, 1]);
  const much = (orderedLastYear: string) => score({ ...good, orderedLastYear }, monetaryScore);
  assert.deepEqual(['1000000', '999999.99', '50000', '10000', '9999.99'].map(much), [5, 4, 3, 2, 1]);
});

test('CUS-06 whoever has not ordered yet has no score', () => {
  const never = { orderCount: 0, lastOrderOn: null, ordersLastYear: 0, orderedLastYear: '0' };
  assert.equal(score(never, recencyScore), null);
});
