import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, remember } from './edit-history.ts';
import { layOver } from './lay-over.ts';
import { readTsv, writeTsv } from './tsv.ts';

test('cells go to a spreadsheet and come back as they were, line breaks, tabs and quotes included', () => {
  const cells = [
    ['上海申远', '1,054.50', ''],
    ['two\nlines', 'a\ttab', 'he said "yes"'],
  ];
  assert.deepEqual(readTsv(writeTsv(cells)), cells);
  assert.deepEqual(readTsv('a\tb\r\nc\td\r\n'), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  assert.deepEqual(readTsv('one'), [['one']]);
  assert.deepEqual(readTsv('\t\n'), [['', '']]);
  assert.deepEqual(readTsv('12" pipe\t5'), [['12" pipe', '5']]);
});

test('one cell fills a range, a block is repeated where it fits, and else begins at the first cell', () => {
  const range = { top: 2, bottom: 3, left: 1, right: 1 };
  const places = (block: readonly (readonly string[])[], over = range) =>
    layOver(block, over).map(({ row, column, text }) => `${row}:${column} ${text}`);
  assert.deepEqual(places([['x']]), ['2:1 x', '3:1 x']);
  assert.deepEqual(places([['a', 'b']]), ['2:1 a', '2:2 b']);
  assert.deepEqual(places([['a'], ['b']], { ...range, bottom: 5 }), ['2:1 a', '3:1 b', '4:1 a', '5:1 b']);
});

test('a step that was taken back can be done again until something else is done', () => {
  const two = remember(remember<string>({ done: [], undone: [] }, 'one'), 'two');
  const back = moved(two, 'undo', 'two');
  assert.deepEqual(back, { done: ['one'], undone: ['two'] });
  assert.deepEqual(moved(back, 'redo', 'two'), two);
  assert.deepEqual(remember(back, 'three'), { done: ['one', 'three'], undone: [] });
  assert.deepEqual(moved(two, 'undo', undefined), { done: ['one'], undone: [] });
});
