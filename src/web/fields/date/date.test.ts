import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate } from '#kernel/writing/date.ts';
import { parseDate } from './parse.ts';

test('writes a day without moving it across zones', () => {
  assert.equal(formatDate('2026-11-23', 'en'), 'Nov 23, 2026');
  assert.equal(formatDate('2026-01-05', 'zh-CN'), '2026-01-05');
  assert.equal(formatDate('someday', 'en'), 'someday');
});

test('reads a typed day', () => {
  const today = '2026-11-24';
  const typed: Record<string, string | null> = {
    '2026-11-23': '2026-11-23',
    '2026/1/5': '2026-01-05',
    '2026年1月5日': '2026-01-05',
    '１２月３日': '2026-12-03',
    '12/3': '2026-12-03',
    明天: '2026-11-25',
    today: '2026-11-24',
    '+7': '2026-12-01',
    '-30': '2026-10-25',
    '2026-02-30': null,
    '13/1': null,
    soon: null,
  };
  for (const [text, expected] of Object.entries(typed)) assert.equal(parseDate(text, today), expected, text);
});
