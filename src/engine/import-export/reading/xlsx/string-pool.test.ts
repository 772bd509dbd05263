import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StringPool } from './string-pool.ts';

test('strings come back by their number, long and empty ones too', () => {
  const pool = new StringPool();
  const texts = Array.from({ length: 5000 }, (_, index) =>
    index % 7 === 0 ? '' : `温州南北燃气 ${index} 𠮷`,
  );
  texts.splice(100, 0, '长'.repeat(700_000));
  for (const text of texts) pool.add(text);
  assert.equal(pool.size, 5001);
  texts.forEach((text, index) => {
    if (pool.get(index) !== text) assert.fail(`string ${index}`);
  });
  for (const index of [-1, 5001, 1.5, Number.NaN]) assert.equal(pool.get(index), undefined);
});
