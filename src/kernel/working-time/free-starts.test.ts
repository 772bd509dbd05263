import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeStarts, nextFree } from './free-starts.ts';
import { usualWeek } from './week.ts';
import { calendarOf } from './working-calendar.ts';
import { workingSpans } from './working-time.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const spansOf = (spans: readonly [string, string][]) =>
  spans.map(([from, to]) => ({ from: at(from), to: at(to) }));
const open: [string, string][] = [
  ['2027-03-02T09:00', '2027-03-02T12:00'],
  ['2027-03-02T13:30', '2027-03-02T18:00'],
  ['2027-03-03T09:00', '2027-03-03T12:00'],
];
const from = (busy: readonly [string, string][], wished: string, length = hour) => {
  const found = nextFree(spansOf(busy), spansOf(open), at(wished), length);
  return found === undefined ? undefined : new Date(found + 8 * hour).toISOString().slice(0, 16);
};

test('SAL-02 the next time when all are free begins at a full or half hour after what takes them up', () => {
  const busy: [string, string][] = [
    ['2027-03-02T09:00', '2027-03-02T09:50'],
    ['2027-03-02T11:00', '2027-03-02T12:00'],
  ];
  assert.equal(from(busy, '2027-03-02T09:10'), '2027-03-02T10:00');
  assert.equal(from(busy, '2027-03-02T09:10', 2 * hour), '2027-03-02T13:30');
});

test('SAL-02 it lies within working hours and never over a break', () => {
  assert.equal(from([], '2027-03-02T11:30'), '2027-03-02T13:30');
  assert.equal(from([], '2027-03-02T17:30'), '2027-03-03T09:00');
  assert.equal(from([], '2027-03-02T05:00', 4 * hour), '2027-03-02T13:30');
  assert.equal(from([], '2027-03-02T05:00', 5 * hour), undefined);
  assert.equal(from([['2027-03-01T00:00', '2027-04-01T00:00']], '2027-03-02T05:00'), undefined);
});

test('SAL-02 free times leave the gaps that are wanted, which may lie outside of working hours', () => {
  const morning = spansOf(open).slice(0, 1);
  const busy = spansOf([['2027-03-02T10:00', '2027-03-02T10:30']]);
  const starts = (gaps: object) =>
    [...freeStarts(busy, morning, { from: 0, length: hour / 2, step: hour / 2, ...gaps })].map((start) =>
      new Date(start + 8 * hour).toISOString().slice(11, 16),
    );
  assert.deepEqual(starts({}), ['09:00', '09:30', '10:30', '11:00', '11:30']);
  assert.deepEqual(starts({ before: hour / 4 }), ['09:00', '09:30', '11:00', '11:30']);
  assert.deepEqual(starts({ after: hour / 4 }), ['09:00', '10:30', '11:00', '11:30']);
});

test('SAL-02 an office day begins by the clock on the wall also after clocks are set', () => {
  // Berlin sets its clocks forward on 28 March and back on 31 October 2027.
  for (const [friday, monday] of [
    ['2027-03-26T08:00Z', '2027-03-29T07:00Z'],
    ['2027-10-29T07:00Z', '2027-11-01T08:00Z'],
  ] as const) {
    const calendar = calendarOf(usualWeek, 'Europe/Berlin', () => undefined);
    const week = { from: Date.parse(friday), to: Date.parse(monday) + hour };
    const starts = [...freeStarts([], workingSpans(calendar, week), { from: 0, length: hour, step: hour })];
    assert.deepEqual([starts.at(0), starts.at(-1)], [Date.parse(friday), Date.parse(monday)]);
    assert.equal(starts.length, 10, 'nine hours of Friday and the first of Monday');
  }
});
