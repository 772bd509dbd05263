import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration } from '#kernel/writing/duration.ts';
import { parseDuration } from './parse.ts';

test('writes the two largest units', () => {
  assert.equal(formatDuration(5400, 'en'), '1 h 30 min');
  assert.equal(formatDuration(5400, 'zh-CN'), '1小时30分钟');
  assert.equal(formatDuration(125, 'en'), '2 min 5 s');
  assert.equal(formatDuration(3661, 'en'), '1 h 1 min');
  assert.equal(formatDuration(0, 'zh-CN'), '0秒');
});

test('reads lengths of time as people type them', () => {
  const typed: Record<string, number | null> = {
    '90': 5400,
    '1:30': 5400,
    '0:02:05': 125,
    '1h 30m': 5400,
    '1小时30分钟': 5400,
    '1.5h': 5400,
    '45分': 2700,
    '2 days': 172_800,
    '１０秒': 10,
    soon: null,
    '5 parsecs': null,
    '1:75': null,
  };
  for (const [text, expected] of Object.entries(typed)) assert.equal(parseDuration(text), expected, text);
});
