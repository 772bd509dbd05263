import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDecimal } from '#kernel/writing/decimal.ts';
import { parseDecimal } from './parse.ts';
import { shiftDecimal } from './shift.ts';

test('reads numbers as people type them', () => {
  const typed: Record<string, string | null> = {
    '1,054.50': '1054.50',
    '１２３': '123',
    '¥ 1.2万': '12000',
    '3k': '3000',
    '0.5亿': '50000000',
    '1.25m': '1250000',
    '-007': '-7',
    '.5': '0.5',
    '12.5 %': '12.5',
    '-0': '0',
    '5.': '5',
    abc: null,
    '1.2.3': null,
    '5x': null,
    '': null,
    '-': null,
  };
  for (const [text, expected] of Object.entries(typed)) assert.equal(parseDecimal(text), expected, text);
});

test('shifts the point without a float', () => {
  assert.equal(shiftDecimal('0.1234567890123456789', 4), '1234.567890123456789');
  assert.equal(shiftDecimal('-1', 3), '-1000');
});

test('formats every digit of a number no float can hold', () => {
  assert.equal(formatDecimal('12345678901234567890.12', 'en'), '12,345,678,901,234,567,890.12');
  assert.equal(formatDecimal('5', 'en', 2), '5.00');
  assert.equal(formatDecimal('5.125', 'zh-CN', 2), '5.125');
  assert.equal(formatDecimal(1280, 'zh-CN'), '1,280');
});
