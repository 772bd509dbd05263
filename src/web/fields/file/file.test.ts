import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatSize } from './format.ts';

test('sizes are read at a glance', () => {
  assert.equal(formatSize(0, 'en'), '0 B');
  assert.equal(formatSize(640, 'en'), '640 B');
  assert.equal(formatSize(1_258_291, 'en'), '1.2 MB');
  assert.equal(formatSize(637_773, 'zh-CN'), '623 KB');
});
