import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPercent } from '#kernel/writing/percent.ts';

test('shows the figure with its sign and no idle zeros', () => {
  assert.equal(formatPercent('12.50', 'en'), '12.5%');
  assert.equal(formatPercent('100.00', 'zh-CN'), '100%');
  assert.equal(formatPercent(0, 'en'), '0%');
});
