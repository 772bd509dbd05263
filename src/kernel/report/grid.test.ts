import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '../meta.ts';
import { type GroupValue, gridOf } from './grid.ts';
import type { Question } from './question.ts';
import type { GroupField } from './report-field.ts';

const field = (name: string, more: Partial<GroupField> = {}): GroupField => ({
  ...{ name, path: name, label: name, field: { name } as FieldMeta },
  ...more,
});
const stage = field('stage');
const owner = field('owner', { namePath: 'owner.name' });
const month = field('closeDate.month', { path: 'closeDate', part: 'month' });
const byValue = (one: GroupValue, other: GroupValue) => (String(one.value) < String(other.value) ? -1 : 1);

const question = (parts: Partial<Question>): Question => ({
  ...{
    rows: [],
    columns: undefined,
    measures: [{ name: 'count', kind: 'count' }],
    missing: [],
    today: '2026-11-27',
  },
  ...{ days: undefined, daysBefore: undefined, query: { measures: 'count' }, queryBefore: undefined },
  ...parts,
});

test('rows stand within rows, groups side by side, and sums are those that the server made', () => {
  const answer = {
    groups: [
      { stage: 'won', owner: 'a', 'owner.name': '张伟', 'closeDate.month': '2026-01', count: 1 },
      { stage: 'won', owner: 'b', 'owner.name': '李娜', 'closeDate.month': '2026-02', count: 2 },
    ],
    totals: [
      { over: ['stage', 'owner', 'owner.name', 'closeDate.month'], values: { count: 3 } },
      { over: ['owner', 'owner.name', 'closeDate.month'], values: { stage: 'won', count: 3 } },
      { over: ['owner', 'owner.name'], values: { stage: 'won', 'closeDate.month': '2026-01', count: 1 } },
      { over: ['owner', 'owner.name'], values: { stage: 'won', 'closeDate.month': '2026-02', count: 2 } },
      { over: ['stage', 'owner', 'owner.name'], values: { 'closeDate.month': '2026-01', count: 1 } },
      { over: ['stage', 'owner', 'owner.name'], values: { 'closeDate.month': '2026-02', count: 2 } },
      { over: ['closeDate.month'], values: { stage: 'won', owner: 'a', 'owner.name': '张伟', count: 1 } },
      { over: ['closeDate.month'], values: { stage: 'won', owner: 'b', 'owner.name': '李娜', count: 2 } },
    ],
  };
  const asked = question({ rows: [stage, owner], columns: month });
  const grid = gridOf(asked, answer, undefined, byValue, 'count');
  assert.deepEqual(
    grid.columns.map(({ value }) => value),
    ['2026-01', '2026-02'],
  );
  assert.deepEqual(
    grid.rows.map(({ groups, cells, total }) => [
      groups.map(({ value, name }) => name ?? value).join(' › '),
      ...[...cells, total].map(({ values }) => values?.count),
    ]),
    [
      ['won', 1, 2, 3],
      ['won › 李娜', undefined, 2, 2],
      ['won › 张伟', 1, undefined, 1],
    ],
  );
  assert.deepEqual(
    [...grid.whole.cells, grid.whole.total].map(({ values }) => values?.count),
    [1, 2, 3],
  );
});

test('every month of the span stands there, and beside it what was at its place in the span before', () => {
  const asked = question({
    rows: [month],
    days: ['2026-01-01', '2026-04-01'],
    daysBefore: ['2025-10-01', '2026-01-01'],
    query: { measures: 'count', where: { closeDate: { in: 'thisQuarter' } } },
  });
  const answer = (groups: Readonly<Record<string, number>>) => ({
    groups: Object.entries(groups).map(([name, count]) => ({ 'closeDate.month': name, count })),
  });
  const grid = gridOf(
    asked,
    answer({ '2026-03': 5, '2026-01': 2 }),
    answer({ '2025-10': 4, '2025-11': 9 }),
    byValue,
    undefined,
  );
  assert.deepEqual(
    grid.rows.map(({ groups, total }) => [groups[0]?.value, total.values?.count, total.before?.count]),
    [
      ['2026-01', 2, 4],
      ['2026-02', undefined, 9],
      ['2026-03', 5, undefined],
    ],
  );
});
