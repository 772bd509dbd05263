import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFree } from './next-free.ts';

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
