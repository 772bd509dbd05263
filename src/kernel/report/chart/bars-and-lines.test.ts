import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '../../meta.ts';
import type { ReportAnswer } from '../report-answer.ts';
import type { Measure } from '../report-field.ts';
import { drawBarsAndLines } from './bars-and-lines.ts';
import { subjectOf } from './drawing.ts';

const look = {
  ...{ ink: 'ink', soft: 'soft', line: 'line', surface: 'surface', land: 'land', font: 'font' },
  series: ['blue', 'teal', 'amber'],
  color: (name: string) => name,
};
const field = (name: string, type: string) => ({
  path: name,
  label: name,
  field: { name, type } as FieldMeta,
});
const count: Measure = { name: 'count', kind: 'count' };
const sum: Measure = { name: 'sum(amount)', kind: 'sum', field: field('amount', 'money') };
const most: Measure = { name: 'max(amount)', kind: 'max', field: field('amount', 'money') };
const latest: Measure = { name: 'max(day)', kind: 'max', field: field('day', 'date') };

const drawn = (kind: 'column' | 'bar', ...measures: readonly Measure[]) => {
  const values = { count: 3, 'sum(amount)': '20.50', 'max(amount)': '12', 'max(day)': '2026-01-01' };
  const cell = { values, before: undefined };
  const stage = { name: 'stage', ...field('stage', 'text') };
  const row = { key: 'a', groups: [{ field: stage, value: 'open' }], cells: [], total: cell };
  const answer = {
    ...{ object: 'deal', settings: {}, grid: { columns: [], rows: [row], whole: { ...row, groups: [] } } },
    words: {
      t: (key: string) => key,
      formatting: { locale: 'en', timeZone: 'UTC', currency: 'CNY', currencies: [] },
    },
    question: { rows: [stage], columns: undefined, measures, missing: [], query: { measures: '' } },
  } as unknown as ReportAnswer;
  const subject = subjectOf(answer, look);
  assert.ok(subject);
  return drawBarsAndLines(subject, kind).option as Record<string, never> as unknown as {
    readonly series: readonly Readonly<Record<string, unknown>>[];
    readonly yAxis: unknown;
    readonly xAxis: unknown;
  };
};

test('ANA-09 several sums stand beside each other, and how many there are is a line by an axis of its own', () => {
  const { series, yAxis } = drawn('column', sum, most, count);
  assert.deepEqual(
    series.map(({ type, color, yAxisIndex, data }) => [type, color, yAxisIndex, data]),
    [
      ['bar', 'blue', undefined, [20.5]],
      ['bar', 'teal', undefined, [12]],
      ['line', 'amber', 1, [3]],
    ],
  );
  assert.equal(Array.isArray(yAxis) && yAxis.length, 2);
});

test('ANA-09 a lying picture has its second axis across, and days are left to the table', () => {
  const { series, xAxis } = drawn('bar', sum, count, latest);
  assert.deepEqual(
    series.map(({ type, xAxisIndex }) => [type, xAxisIndex]),
    [
      ['bar', undefined],
      ['line', 1],
    ],
  );
  assert.equal(Array.isArray(xAxis) && xAxis.length, 2);
  assert.ok(!Array.isArray(drawn('bar', sum).xAxis));
});
