import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepMemorySmall } from '#main/keep-memory-small.ts';
import { bring, settled, start } from './importing.ts';

const people = 25_000;
/** Above what is needed, far below what a row kept in memory, or one formatter for each cell, would take. */
const most = 250_000_000;

test('CUS-15 tens of thousands come in and go out again in the memory of a small machine', async () => {
  keepMemorySmall();
  const product = await start();
  const lines = Array.from(
    { length: people },
    (_, index) => `张${index},${13_800_000_000 + index},zhang${index}@example.cn,总经理,C${index}`,
  );
  const file = Buffer.from(`姓名,手机,邮箱,职务,externalId\n${lines.join('\n')}\n`);
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  try {
    const answer = await bring(product.ask, [['联系人.csv', file]], {
      run: true,
      files: [{ name: '联系人.csv', object: 'contact' }],
    });
    const job = await settled(product.ask, answer.body.id);
    assert.deepEqual([job.state, job.files[0].created, job.files[0].failed], ['done', people, 0]);
    const out = await product.ask('GET', '/api/records/contact/export?format=csv&sort=name');
    assert.equal((out.body as string).trimEnd().split('\r\n').length, people + 1);
  } finally {
    clearInterval(watch);
  }
  assert.ok(peak - before < most, `${Math.round((peak - before) / 1e6)} MB more than before`);
});
