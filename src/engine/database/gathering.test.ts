import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { Gathering } from './gathering.ts';

/** Work that ends when it is told to, and notes what went together. */
function work() {
  const batches: (readonly string[])[] = [];
  const ends: ((error?: unknown) => void)[] = [];
  const gathering = new Gathering<string, string>(
    (items) =>
      new Promise((resolve, reject) => {
        batches.push(items);
        ends.push((error) =>
          error === undefined ? resolve(items.map((item) => `${item}!`)) : reject(error),
        );
      }),
    (item) => item.slice(0, 1),
  );
  return { gathering, batches, end: (batch: number, error?: unknown) => ends[batch]?.(error) };
}

const refused = Object.assign(new Error('duplicate key'), { code: '23505' });

describe('gathering', () => {
  it('begins at once with what finds nothing under way, and takes together what came meanwhile', async () => {
    const { gathering, batches, end } = work();
    const answers = ['a', 'b', 'c'].map((item) => gathering.do(item));
    assert.deepEqual(batches, [['a']]);
    end(0);
    await turn();
    assert.deepEqual(batches, [['a'], ['b', 'c']]);
    end(1);
    assert.deepEqual(await Promise.all(answers), ['a!', 'b!', 'c!']);
  });

  it('never takes two of one key together, and keeps their order', async () => {
    const { gathering, batches, end } = work();
    const answers = ['a', 'b1', 'b2', 'c', 'b3'].map((item) => gathering.do(item));
    for (const batch of [0, 1, 2, 3]) {
      end(batch);
      await turn();
    }
    assert.deepEqual(batches, [['a'], ['b1', 'c'], ['b2'], ['b3']]);
    assert.deepEqual(await Promise.all(answers), ['a!', 'b1!', 'b2!', 'c!', 'b3!']);
  });

  it('tries each alone when all together are refused', async () => {
    const { gathering, batches, end } = work();
    const answers = ['a', 'b', 'c'].map((item) => gathering.do(item));
    end(0);
    await turn();
    end(1, refused);
    await turn();
    assert.deepEqual(batches.slice(2), [['b'], ['c']]);
    end(2, refused);
    end(3);
    const outcomes = await Promise.allSettled(answers);
    assert.deepEqual(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason)),
      ['a!', refused, 'c!'],
    );
  });

  for (const code of ['ECONNRESET', '57P01', '08006', 'EPIPE', undefined])
    it(`does nothing again after a connection was lost (${code})`, async () => {
      const { gathering, batches, end } = work();
      const answers = ['a', 'b', 'c'].map((item) => gathering.do(item));
      end(0);
      await turn();
      const lost = Object.assign(new Error('lost'), code && { code });
      end(1, lost);
      const outcomes = await Promise.allSettled(answers);
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'rejected', 'rejected'],
      );
      assert.equal(batches.length, 2);
    });

  it('lets nobody wait long on account of work that takes long', async () => {
    const { gathering, batches, end } = work();
    const slow = gathering.do('a');
    const quick = gathering.do('b');
    while (batches.length < 2) await pause(5);
    end(1);
    assert.equal(await quick, 'b!');
    end(0);
    assert.equal(await slow, 'a!');
  });
});
