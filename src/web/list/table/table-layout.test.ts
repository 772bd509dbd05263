import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from '#web/views/columns.ts';
import { tableLayout } from './table-layout.ts';

const columns = ['name', 'city', 'size'].map((path) => ({
  ...{ path, valuePath: path, label: path },
  field: { name: path, type: 'text' },
})) as unknown as Column[];

test('columns share what is left, and the first one stays', () => {
  const layout = tableLayout(columns);
  assert.equal(layout.template, '36px minmax(250px, 250fr) minmax(150px, 150fr) minmax(150px, 150fr)');
  assert.equal(layout.least, 36 + 550);
  assert.deepEqual([layout.left(0), layout.left(1)], [36, undefined]);
});

test('a width that somebody chose holds, and frozen columns know where they begin', () => {
  const layout = tableLayout(columns, { city: 90 }, 2);
  assert.equal(layout.template, '36px 250px 90px minmax(150px, 150fr)');
  assert.deepEqual([layout.left(0), layout.left(1), layout.left(2)], [36, 286, undefined]);
});

test('where every width is chosen, what is left stays empty', () => {
  const layout = tableLayout(columns, { name: 100, city: 90, size: 80 }, 9);
  assert.equal(layout.template, '36px 100px 90px 80px 1fr');
  assert.equal(layout.frozen, 3);
});
