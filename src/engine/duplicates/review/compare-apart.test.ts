import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Likeness } from '#kernel/likeness.ts';
import { ComparisonApart } from './compare-apart.ts';

const rules: readonly Likeness[] = [
  { field: 'name', kind: 'person', weight: 0.4 },
  { field: 'mobile', kind: 'phone', weight: 0.7 },
];
const by = { rules, mostPairs: 1, beat: 1 };
const page = (records: readonly object[]) => Buffer.from(JSON.stringify(records));

test('CUS-14 records are compared apart from the server, page after page, and the likeliest pairs are told', async () => {
  const comparison = new ComparisonApart(by);
  comparison.take(page([{ id: '1', name: '张伟', mobile: '13800138000' }]));
  comparison.take(
    page([
      { id: '2', name: '王芳', mobile: '13900139000' },
      { id: '3', name: 'Zhang Wei', mobile: '+86 138 0013 8000' },
      { id: '4', name: null, mobile: '+86 139 0013 9000' },
    ]),
  );
  const pairs = await comparison.pairs();
  await comparison.end();
  assert.deepEqual(
    pairs.map(({ ids }) => ids),
    [['1', '3']],
  );
});

test('CUS-14 nothing is nothing to compare, and of more than its memory holds the comparison ends, not the server', async () => {
  assert.deepEqual(await new ComparisonApart(by).pairs(), []);
  const comparison = new ComparisonApart(by, 16);
  for (let at = 0; at < 60_000; at += 1000)
    comparison.take(
      page(
        Array.from({ length: 1000 }, (_, n) => ({
          id: `${at + n}`,
          name: `王${at + n}`,
          mobile: `139${10_000_000 + at + n}`,
        })),
      ),
    );
  await assert.rejects(comparison.pairs(), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  await comparison.end();
});
