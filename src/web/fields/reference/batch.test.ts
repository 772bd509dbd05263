import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batched } from './batch.ts';

test('ids asked for in the same moment travel in one request', async () => {
  const requests: (readonly string[])[] = [];
  const name = batched(async (ids) => {
    requests.push(ids);
    return new Map(ids.filter((id) => id !== 'gone').map((id) => [id, `Name of ${id}`]));
  });
  const names = await Promise.all([name('one'), name('two'), name('one'), name('gone')]);
  assert.deepEqual(names, ['Name of one', 'Name of two', 'Name of one', undefined]);
  assert.deepEqual(requests, [['one', 'two', 'gone']]);
  await name('three');
  assert.equal(requests.length, 2);
});

test('a failed request fails for everyone who waited, and not for those who come later', async () => {
  let broken = true;
  const name = batched(async (ids) => {
    if (broken) throw new Error('offline');
    return new Map(ids.map((id) => [id, id]));
  });
  await assert.rejects(Promise.all([name('one'), name('two')]), /offline/);
  broken = false;
  assert.equal(await name('one'), 'one');
});
