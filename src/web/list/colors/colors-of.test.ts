import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorsOf } from './colors-of.ts';

const rules = [
  { where: { late: true }, color: 'red' },
  { where: { big: true }, color: 'amber', column: 'amount' },
  { where: { new: true }, color: 'blue' },
  { where: { odd: true }, color: 'teal', column: 'amount' },
];
const record = ($marks?: readonly number[]) => ({ id: 'a', version: 1, ...($marks && { $marks }) });

test('the first rule that a record meets colours its row, or a cell', () => {
  assert.deepEqual(colorsOf(record([0, 1, 2, 3]), rules), { row: 'red', cells: { amount: 'amber' } });
  assert.deepEqual(colorsOf(record([2]), rules), { row: 'blue', cells: {} });
});

test('a record that meets none, or of which nothing is told, has no colour', () => {
  assert.deepEqual(colorsOf(record([]), rules), { row: undefined, cells: {} });
  assert.deepEqual(colorsOf(record(), rules), { row: undefined, cells: {} });
});
