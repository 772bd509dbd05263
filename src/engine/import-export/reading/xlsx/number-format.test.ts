import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInKind, codeKind, type NumberKind } from './number-format.ts';

test('a format code says what its numbers stand for', () => {
  const codes: Record<NumberKind, string[]> = {
    number: [
      'General',
      '0.00',
      '#,##0.00;[Red]-#,##0.00',
      '"days" 0',
      '0.00E+00',
      '[$¥-804]#,##0',
      '0 \\d',
      '_-* #,##0_-',
      '[>100]0;0',
      '@',
      '',
    ],
    percent: ['0%', '0.00%;[Red]-0.00%', '#,##0.0 %'],
    date: [
      'yyyy-mm-dd',
      'd.m.yy',
      'yyyy"年"m"月"d"日"',
      '[$-804]yyyy/m/d',
      '[$-F800]dddd, mmmm dd, yyyy',
      'mmm',
      'MMM-YY',
    ],
    dateTime: ['yyyy-mm-dd hh:mm', '[$-409]m/d/yy h:mm AM/PM;@', 'yyyy"年"m"月"d"日" h"时"'],
    time: ['hh:mm', 'h:mm:ss', 'mm:ss', 'h:mm AM/PM', '上午/下午h"时"mm"分"'],
    duration: ['[h]:mm:ss', '[mm]:ss', '[hh]:mm'],
  };
  for (const [kind, list] of Object.entries(codes)) {
    for (const code of list) assert.equal(codeKind(code), kind, code);
  }
});

test('formats that are known by number alone', () => {
  const kinds = [0, 1, 4, 9, 10, 11, 14, 17, 20, 21, 22, 31, 46, 47, 49, 57].map(builtInKind);
  assert.deepEqual(kinds, [
    'number',
    'number',
    'number',
    'percent',
    'percent',
    'number',
    'date',
    'date',
    'time',
    'time',
    'dateTime',
    'date',
    'duration',
    'time',
    'number',
    'date',
  ]);
});
