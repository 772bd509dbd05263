import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { cellText } from './cell-text.ts';
import { readCell } from './read-cell.ts';

const reading = {
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  yes: '是',
  no: '否',
  current: null,
  nameField: () => 'name',
};
const field = (type: string, more: object = {}) =>
  ({ name: 'any', label: 'Any', type, ...more }) as FieldMeta;
const stage = field('choice', {
  choices: [
    { value: 'new', label: '新建' },
    { value: 'won', label: '赢单' },
  ],
  transitions: { new: ['won'], won: [] },
});

test('pasted texts are read as the editors read what is typed; what is none stays unread', () => {
  assert.equal(readCell(field('text'), ' 上海 ', reading), '上海');
  assert.equal(readCell(field('integer'), '1,200', reading), 1200);
  assert.equal(readCell(field('integer'), '1.5', reading), undefined);
  assert.deepEqual(readCell(field('money'), '¥1.2万', reading), { amount: '12000', currency: 'CNY' });
  assert.equal(readCell(field('date'), '2026年2月30日', reading), undefined);
  assert.equal(readCell(field('date'), '2026/2/3', reading), '2026-02-03');
  assert.equal(readCell(field('boolean'), '否', reading), false);
  assert.equal(readCell(stage, '赢单', reading), 'won');
  assert.equal(readCell(stage, '新建', { ...reading, current: 'won' }), undefined);
  assert.equal(readCell(stage, '', reading), null);
  assert.equal(readCell(field('address'), '上海', reading), undefined);
});

test('what is copied can be pasted back', () => {
  const values: readonly (readonly [FieldMeta, unknown])[] = [
    [field('money'), { amount: '12.50', currency: 'CNY' }],
    [field('money'), { amount: '7', currency: 'EUR' }],
    [field('dateTime'), '2026-11-24T06:05:00.000Z'],
    [field('duration'), 5400],
    [field('boolean'), false],
    [stage, 'won'],
  ];
  for (const [of, value] of values)
    assert.deepEqual(readCell(of, cellText(of, value, reading), reading), value, of.type);
  assert.equal(cellText(field('user'), { id: '1', name: '王芳' }, reading), '王芳');
});
