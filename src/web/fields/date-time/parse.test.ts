import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDateTime } from './parse.ts';

test("reads a typed moment on the user's clock", () => {
  const now = new Date('2026-11-24T02:00:00Z');
  const typed: Record<string, string | null> = {
    '2026-11-24 14:05': '2026-11-24T06:05:00.000Z',
    '2026-11-24 14:05:00': '2026-11-24T06:05:00.000Z',
    '明天 9:30': '2026-11-25T01:30:00.000Z',
    '3:30 pm': '2026-11-24T07:30:00.000Z',
    '12:10 am': '2026-11-23T16:10:00.000Z',
    下午3点: '2026-11-24T07:00:00.000Z',
    '12月3日 10:00': '2026-12-03T02:00:00.000Z',
    '2026-12-01': '2026-12-01T01:00:00.000Z',
    '25:00': null,
    '10:75': null,
    later: null,
  };
  for (const [text, expected] of Object.entries(typed)) {
    assert.equal(parseDateTime(text, 'Asia/Shanghai', now), expected, text);
  }
});
