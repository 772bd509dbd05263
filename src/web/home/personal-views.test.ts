import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Meta } from '#kernel/meta.ts';
import { personalViews, summedBoards } from './personal-views.ts';

const mine = { name: 'mine', kind: 'table', where: { owner: '$actor' }, columns: ['name'] };
const all = { name: 'all', kind: 'table', columns: ['name'] };
const board = { name: 'board', kind: 'board', columns: ['name'], groupBy: 'status', sum: 'amount' };
const meta = {
  navigation: [{ module: 'one', label: 'One', objects: ['plan', 'place', 'errand'] }],
  objects: [
    { name: 'plan', fields: [], traits: [], views: [board, all, mine], page: { path: 'status' } },
    { name: 'place', fields: [], traits: [], views: [all], page: {} },
    {
      name: 'errand',
      fields: [],
      traits: ['activity'],
      views: [mine, { name: 'calendar', kind: 'calendar', columns: [], groupBy: 'dueAt' }],
      page: {},
    },
    { name: 'hidden', fields: [], traits: ['activity'], views: [mine], page: {} },
  ],
} as unknown as Meta;

test('what is to be done comes first, then what moves through stages; the rest is left to the rail', () => {
  assert.deepEqual(
    personalViews(meta).map(({ object, view, due }) => [object.name, view.name, due]),
    [
      ['errand', 'mine', 'dueAt'],
      ['plan', 'mine', undefined],
    ],
  );
});

test('a board that sums something is shown as an overview', () => {
  assert.deepEqual(
    summedBoards(meta).map(({ object }) => object.name),
    ['plan'],
  );
});
