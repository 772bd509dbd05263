import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { boardGroups, mayMove, withMoves } from './board-groups.ts';

const stage = {
  name: 'stage',
  type: 'choice',
  required: true,
  choices: [
    { value: 'open', label: '进行中', color: 'blue' },
    { value: 'done', label: '完成', color: 'green' },
  ],
  transitions: { open: ['done'], done: [] },
} as unknown as FieldMeta;

const groups = boardGroups([{ stage: 'open', count: 2, 'sum(amount)': '30.10' }], {
  field: stage,
  sumKey: 'sum(amount)',
  nobody: '无',
});

test('a choice shows every value, counted or not', () => {
  assert.deepEqual(
    groups.map(({ value, count, sum }) => [value, count, sum]),
    [
      ['open', 2, '30.10'],
      ['done', 0, '0'],
    ],
  );
});

test('a reference shows those in use by name, and records without one first', () => {
  const owner = { name: 'owner', type: 'user', required: false } as FieldMeta;
  const columns = boardGroups(
    [
      { owner: 'u1', 'owner.name': '王芳', count: 3 },
      { owner: null, 'owner.name': null, count: 1 },
    ],
    { field: owner, namePath: 'owner.name', nobody: '未填写' },
  );
  assert.deepEqual(
    columns.map(({ value, label, count }) => [value, label, count]),
    [
      [null, '未填写', 1],
      ['u1', '王芳', 3],
    ],
  );
});

test('a card goes where its state machine leads', () => {
  assert.equal(mayMove(stage, 'open', 'done'), true);
  assert.equal(mayMove(stage, 'done', 'open'), false);
  assert.equal(mayMove(stage, 'open', null), false);
});

test('heads count a card at its new place at once, sums exactly', () => {
  const record = { id: 'r', version: 1, amount: { amount: '0.20', currency: 'CNY' } };
  const moved = groups.map((group) =>
    withMoves(group, [{ record, from: 'open', to: 'done' }], 'amount', 'CNY'),
  );
  assert.deepEqual(
    moved.map(({ count, sum }) => [count, sum]),
    [
      [1, '29.9'],
      [1, '0.2'],
    ],
  );
});
