import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFree } from './next-free.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const week = {
  timeZone: 'Asia/Shanghai',
  isWorkingDay: (day: string) => ![0, 6].includes(new Date(day).getUTCDay()),
};
const from = (busy: readonly [string, string][], wished: string, length = hour) => {
  const spans = busy.map(([from, to]) => ({ from: at(from), to: at(to) }));
  const found = nextFree(spans, at(wished), length, week);
  return found === undefined ? undefined : new Date(found + 8 * hour).toISOString().slice(0, 16);
};

test('SAL-02 the next time when all are free begins at a full or half hour after what takes them up', () => {
  const busy: [string, string][] = [
    ['2027-03-02T09:00', '2027-03-02T10:20'],
    ['2027-03-02T11:00', '2027-03-02T12:00'],
  ];
  assert.equal(from(busy, '2027-03-02T09:10'), '2027-03-02T12:00');
  assert.equal(from(busy, '2027-03-02T09:10', hour / 2), '2027-03-02T10:30');
});

test('SAL-02 it lies within working hours and passes over days on which nobody works', () => {
  assert.equal(from([], '2027-03-05T17:30'), '2027-03-08T09:00');
  assert.equal(from([], '2027-03-05T05:00', 9 * hour), '2027-03-05T09:00');
  assert.equal(from([], '2027-03-05T05:00', 10 * hour), undefined);
  assert.equal(from([['2027-03-01T00:00', '2027-04-01T00:00']], '2027-03-05T05:00'), undefined);
});
