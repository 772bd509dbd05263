import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datePartKey, datePartRange } from '#kernel/expression/date-parts.ts';
import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { groupedSort, groupingOf, groupKey, inGroup, tableGroups } from './grouping.ts';

const field = (name: string, type: string, more: Partial<FieldMeta> = {}) =>
  ({ name, type, label: name, sortable: true, operators: ['eq'], ...more }) as FieldMeta;
const object = {
  name: 'book',
  nameField: 'title',
  fields: [
    field('title', 'text'),
    field('kind', 'choice', {
      choices: ['novel', 'essay'].map((value) => ({ value, label: value, color: 'grey' })),
    }),
    field('writer', 'reference', { targets: ['person'] }),
    field('boughtAt', 'dateTime'),
  ],
} as unknown as ObjectMeta;
const meta = {
  objects: [object, { name: 'person', nameField: 'name', fields: [field('name', 'text')] }],
} as unknown as Meta;
const by = (path: string) => groupingOf(meta, object, path) ?? assert.fail(path);

test('days belong to the weeks, months and quarters that the server names', () => {
  const cases = [
    ['2026-11-26', 'week', '2026-W48', '2026-11-23', '2026-11-30'],
    ['2027-01-01', 'week', '2026-W53', '2026-12-28', '2027-01-04'],
    ['2024-12-31', 'week', '2025-W01', '2024-12-30', '2025-01-06'],
    ['2026-11-26', 'quarter', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['2026-12-31', 'month', '2026-12', '2026-12-01', '2027-01-01'],
    ['2026-11-26', 'year', '2026', '2026-01-01', '2027-01-01'],
    ['2026-12-31', 'day', '2026-12-31', '2026-12-31', '2027-01-01'],
  ] as const;
  for (const [day, part, key, from, until] of cases) {
    assert.equal(datePartKey(day, part), key);
    assert.deepEqual(datePartRange(key, part), [from, until]);
  }
});

test('a reference is grouped by the record and ordered by its name', () => {
  const grouping = by('writer');
  assert.equal(grouping.groupBy, 'writer,writer.name');
  assert.equal(groupedSort(grouping, '-title'), 'writer.name,-title');
  assert.equal(groupedSort(grouping, '-title,-writer.name'), '-writer.name,-title');
  const answers = [
    { writer: 'b', 'writer.name': '张三', count: 2 },
    { writer: null, 'writer.name': null, count: 1 },
    { writer: 'a', 'writer.name': '李四', count: 3 },
  ];
  const groups = tableGroups(answers, grouping, 'writer.name');
  assert.deepEqual(
    groups.map(({ name, count }) => [name, count]),
    [
      ['李四', 3],
      ['张三', 2],
      [undefined, 1],
    ],
  );
  assert.equal(
    groupKey({ id: '1', version: 1, writer: { id: 'a', name: '李四' } } as RecordJson, grouping, 'UTC'),
    'a',
  );
  assert.deepEqual(
    groups.map((group) => inGroup(grouping, group)),
    [{ writer: 'a' }, { writer: 'b' }, { writer: { isNull: true } }],
  );
});

test('an instant is in the month that it is for the reader', () => {
  const grouping = by('boughtAt.month');
  const record = { id: '1', version: 1, boughtAt: '2026-10-31T20:00:00Z' } as RecordJson;
  assert.equal(groupKey(record, grouping, 'UTC'), '2026-10');
  assert.equal(groupKey(record, grouping, 'Asia/Shanghai'), '2026-11');
  const [group] = tableGroups([{ 'boughtAt.month': '2026-11', count: 1 }], grouping, '');
  assert.deepEqual(group && inGroup(grouping, group), { boughtAt: { gte: '2026-11-01', lt: '2026-12-01' } });
});

test('what cannot be grouped by is not', () => {
  assert.equal(groupingOf(meta, object, 'boughtAt'), undefined);
  assert.equal(groupingOf(meta, object, 'colour'), undefined);
  assert.equal(groupingOf(meta, object, undefined), undefined);
});

test('choices are grouped in the order in which they are declared', () => {
  const answers = [
    { kind: 'essay', count: 2 },
    { kind: null, count: 1 },
    { kind: 'novel', count: 3 },
  ];
  const order = (sort: string) => tableGroups(answers, by('kind'), sort).map(({ value }) => value);
  assert.deepEqual(order('kind'), ['novel', 'essay', null]);
  assert.deepEqual(order('-kind'), ['essay', 'novel', null]);
});
