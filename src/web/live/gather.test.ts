import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { gather } from './gather.ts';

test('changes in quick succession are handled once, and a flood more rarely', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const batches: number[] = [];
  const { add } = gather<number>((items) => batches.push(items.length), {
    wait: 100,
    busyWait: 2000,
    many: 2,
  });
  add(1);
  add(2);
  mock.timers.tick(99);
  assert.deepEqual(batches, []);
  mock.timers.tick(1);
  assert.deepEqual(batches, [2]);
  for (let item = 0; item < 5; item += 1) add(item);
  mock.timers.tick(100);
  assert.deepEqual(batches, [2, 5]);
  add(1);
  mock.timers.tick(1999);
  assert.deepEqual(batches, [2, 5]);
  mock.timers.tick(1);
  assert.deepEqual(batches, [2, 5, 1]);
  mock.timers.reset();
});
