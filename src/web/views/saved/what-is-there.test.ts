import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Meta } from '#kernel/meta.ts';
import { whatIsThere } from './what-is-there.ts';

const field = (name: string, targets?: string[]) => ({ name, targets });
const meta = {
  objects: [
    { name: 'book', fields: [field('title'), field('author', ['author']), field('printedOn')] },
    { name: 'author', fields: [field('name')] },
    { name: 'loan', fields: [field('book', ['book']), field('until')] },
  ],
} as unknown as Meta;

test('a view that names what is not there still works, and says what it lacks', () => {
  const settings = {
    where: {
      and: [
        { title: 'a' },
        { colour: 'red' },
        { or: [{ 'author.name': 'b' }, { 'author.age': 3 }] },
        { has: { object: 'loan', by: 'book', where: { fine: { gt: 1 } } } },
        { has: { object: 'theft', by: 'book' } },
      ],
    },
    ...{ sort: '-printedOn,shelf', columns: ['title', 'colour'], group: 'printedOn.month' },
    ...{ totals: { pages: 'sum', title: 'filled' }, frozen: 1 },
    colors: [
      { where: { title: 'a' }, color: 'red' },
      { where: { colour: 'red' }, color: 'red' },
    ],
  };
  const { settings: kept, gone } = whatIsThere(meta, 'book', settings);
  assert.deepEqual(kept, {
    where: { and: [{ title: 'a' }, { 'author.name': 'b' }, { has: { object: 'loan', by: 'book' } }] },
    ...{ sort: '-printedOn', columns: ['title'], group: 'printedOn.month', totals: { title: 'filled' } },
    ...{ frozen: 1, colors: [{ where: { title: 'a' }, color: 'red' }] },
  });
  assert.deepEqual(gone, ['colour', 'author.age', 'fine', 'theft', 'shelf', 'pages']);
});

test('a view of which all is there is as it was kept', () => {
  const settings = { base: 'open', where: { title: 'a' }, columns: ['title', 'author.name'] };
  assert.deepEqual(whatIsThere(meta, 'book', settings), { settings, gone: [] });
});
