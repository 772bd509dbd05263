import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '../../meta.ts';
import { gridOf } from '../grid.ts';
import { type Question, recordsBehind } from '../question.ts';
import type { ReportAnswer } from '../report-answer.ts';
import type { GroupField } from '../report-field.ts';
import { canBeDrawn, draw } from './draw.ts';

const look = {
  ...{ ink: 'ink', soft: 'soft', line: 'line', surface: 'surface', land: 'land', font: 'font' },
  series: ['blue', 'teal', 'amber'],
  color: (name: string) => name,
};
const of = (path: string) => ({ path, label: path, field: { name: path, type: 'date' } as FieldMeta });
const began: GroupField = { ...of('began'), name: 'began.quarter', part: 'quarter' };
const ordered: GroupField = {
  ...of('ordered'),
  name: 'ordered.quartersSince(began)',
  since: { part: 'quarter', from: of('began') },
};
const position: GroupField = { ...of('position'), name: 'position.city', placePart: 'city' };
const cell = (count?: number) => ({ values: count === undefined ? undefined : { count }, before: undefined });

const answer = (parts: object): ReportAnswer =>
  ({
    ...{ object: 'order', settings: {} },
    words: {
      t: (key: string, given: object = {}) => [key, ...Object.values(given)].join(' '),
      formatting: { locale: 'en', timeZone: 'UTC', currency: 'CNY', currencies: [] },
    },
    ...parts,
  }) as unknown as ReportAnswer;

const cohorts = answer({
  question: { rows: [began], columns: ordered, measures: [{ name: 'count', kind: 'count' }], missing: [] },
  grid: {
    columns: [0, 1, null].map((value) => ({ field: ordered, value })),
    rows: [
      {
        ...{ key: 'a', groups: [{ field: began, value: '2025-Q4' }] },
        ...{ cells: [cell(8), cell(2), cell(4)], total: cell(16) },
      },
      {
        ...{ key: 'b', groups: [{ field: began, value: '2026-Q1' }] },
        ...{ cells: [cell(5), cell(), cell()], total: cell(5) },
      },
    ],
  },
});

test('ANA-09 a cohort is drawn as shares of all that began together, each leading to its records', () => {
  const drawing = draw(cohorts, 'cohort', look);
  assert.ok(drawing);
  const { series, yAxis } = drawing.option as Readonly<Record<string, never>> as unknown as {
    readonly series: readonly { readonly data: unknown }[];
    readonly yAxis: { readonly data: unknown };
  };
  assert.deepEqual(series[0]?.data, [
    [0, 0, 0.5],
    [1, 0, 0.125],
    [0, 1, 1],
  ]);
  assert.deepEqual(yAxis.data, ['2025-Q4  16', '2026-Q1  5']);
  const groups = drawing.groupsAt(0, 1);
  assert.deepEqual(recordsBehind({}, groups, '2026-11-27'), {
    and: [
      { began: { gte: '2025-10-01', lt: '2026-01-01' } },
      { ordered: { gte: '2026-01-01', lt: '2026-04-01' } },
    ],
  });
});

test('ANA-09 a map has a circle for each place, its area as large as its number', () => {
  const places = {
    a: { name: '上海市', latitude: 31.2, longitude: 121.5 },
    b: { name: '长沙市', latitude: 28.2, longitude: 113 },
  };
  const row = (value: string | null, count: number) => ({
    ...{ key: String(value), groups: [{ field: position, value, name: places.a.name }], cells: [] },
    total: cell(count),
  });
  const drawing = draw(
    answer({
      question: { rows: [position], measures: [{ name: 'count', kind: 'count' }], missing: [] },
      grid: { places, columns: [], rows: [row('b', 1), row('a', 4), row(null, 9)] },
    }),
    'map',
    look,
  );
  assert.ok(drawing);
  const [series] = drawing.option.series as readonly {
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }[];
  assert.deepEqual(
    series?.data.map(({ value, symbolSize }) => [value, symbolSize]),
    [
      [[121.5, 31.2, 4], 40],
      [[113, 28.2, 1], 20],
    ],
  );
  assert.deepEqual(recordsBehind({}, drawing.groupsAt(0, 0), '2026-11-27'), { position: { in: ['a'] } });
});

test('ANA-09 flows lead from group to group, called alike or not, each to the records that are in both', () => {
  const named = (path: string): GroupField => ({
    ...{ name: path, path, label: path },
    field: { name: path, type: 'text' } as FieldMeta,
  });
  const [from, by, to] = ['source', 'owner', 'sold'].map(named) as [GroupField, GroupField, GroupField];
  const question = {
    ...{ rows: [from, by], columns: to, measures: [{ name: 'count', kind: 'count' }], missing: [] },
    query: { measures: 'count' },
  } as unknown as Question;
  const sum = (values: Readonly<Record<string, unknown>>) => ({
    over: ['source', 'owner', 'sold'].filter((name) => !(name in values)),
    values,
  });
  const asked = {
    groups: [
      { source: 'fair', owner: 'Lin', sold: 'Lin', count: 3 },
      { source: 'fair', owner: 'Wei', sold: null, count: 1 },
    ],
    totals: [
      ...[
        sum({ source: 'fair', count: 4 }),
        sum({ owner: 'Lin', count: 3 }),
        sum({ owner: 'Wei', count: 1 }),
      ],
      ...[sum({ sold: 'Lin', count: 3 }), sum({ sold: null, count: 1 })],
      ...[sum({ source: 'fair', owner: 'Lin', count: 3 }), sum({ source: 'fair', owner: 'Wei', count: 1 })],
      ...[sum({ owner: 'Lin', sold: 'Lin', count: 3 }), sum({ owner: 'Wei', sold: null, count: 1 })],
      ...[sum({ source: 'fair', sold: 'Lin', count: 3 }), sum({ count: 4 })],
    ],
  };
  const grid = gridOf(question, asked, undefined, () => 0, undefined);
  const drawing = draw(answer({ question, grid }), 'sankey', look);
  assert.ok(drawing);
  const [series] = drawing.option.series as readonly {
    readonly data: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
    readonly links: readonly { readonly source: string; readonly target: string; readonly value: number }[];
  }[];
  assert.deepEqual(
    series?.data.map(({ name, depth }) => [name, depth]),
    [
      ['fair  4', 0],
      ['Lin  3', 1],
      ['Wei  1', 1],
      ['Lin  3', 2],
      ['reports.nothing  1', 2],
    ],
  );
  assert.equal(new Set(series?.data.map(({ id }) => id)).size, 5);
  assert.deepEqual(
    series?.links.map(({ source, target, value }) => [source, target, value]),
    [
      ['0 "fair"', '1 "Lin"', 3],
      ['0 "fair"', '1 "Wei"', 1],
      ['1 "Lin"', '2 "Lin"', 3],
      ['1 "Wei"', '2 null', 1],
    ],
  );
  const behind = (place: number, between: boolean) =>
    recordsBehind({}, drawing.groupsAt(0, place, between), '2026-11-27');
  assert.deepEqual(behind(2, true), { and: [{ owner: 'Lin' }, { sold: 'Lin' }] });
  assert.deepEqual(behind(3, true), { and: [{ owner: 'Wei' }, { sold: null }] });
  assert.deepEqual(behind(2, false), { owner: 'Wei' });
  assert.equal(canBeDrawn({ ...question, rows: [from] }, 'sankey'), true);
  assert.equal(canBeDrawn({ ...question, rows: [from], columns: undefined }, 'sankey'), false);
  assert.equal(canBeDrawn({ ...question, rows: [began], columns: ordered }, 'sankey'), false);
});
