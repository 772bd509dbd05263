import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bothConditions } from '#kernel/both-conditions.ts';
import { readWhere, writeWhere } from './where.ts';

const again = (where: unknown) => writeWhere(readWhere(where));

test('a condition is taken apart and put together again', () => {
  const where = { status: { in: ['open', 'late'] }, owner: '$actor', amount: { gte: '1000', lt: '5000' } };
  const group = readWhere(where);
  assert.deepEqual(group.parts.at(0), {
    ...{ kind: 'field', path: 'status', operator: 'in', value: ['open', 'late'], not: false },
  });
  assert.equal(group.parts.length, 4);
  assert.deepEqual(readWhere(writeWhere(group)), group);
});

test('groups within groups, negations and related records stay what they are', () => {
  const deal = { has: { object: 'deal', by: 'account', where: { amount: { gt: '100000' } }, atLeast: 2 } };
  for (const where of [
    { or: [{ a: 1 }, { b: 2 }] },
    { and: [{ name: { contains: '华东' } }, { or: [{ a: 1 }, { and: [{ b: 2 }, { b: { gt: 1 } }] }] }] },
    { not: { or: [{ a: 1 }, { b: 2 }] } },
    { not: { name: { contains: 'x' } } },
    { not: { a: 1, b: 2 } },
    { and: [deal, { not: { has: { object: 'call', by: 'regarding' } } }] },
    { not: { not: { a: 1 } } },
    { money: { amount: '5', currency: 'CNY' } },
  ])
    assert.deepEqual(again(where), where);
});

test('no conditions are none, and empty groups go', () => {
  assert.equal(again(undefined), undefined);
  assert.equal(again({}), undefined);
  assert.equal(again({ and: [{ or: [] }] }), undefined);
  assert.deepEqual(again({ status: 'won' }), { status: 'won' });
});

test('a view and its reader both decide', () => {
  assert.deepEqual(bothConditions({ a: 1 }, { b: 2 }), { and: [{ a: 1 }, { b: 2 }] });
  assert.deepEqual(bothConditions(undefined, { b: 2 }), { b: 2 });
  assert.equal(bothConditions(undefined, undefined), undefined);
});
