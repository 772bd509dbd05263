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
  /** What comes in one turn of the server, and then each of the others in a turn of its own. */
  async function come(...turns: readonly (readonly string[])[]) {
    const answers: Promise<string>[] = [];
    for (const items of turns) {
      answers.push(...items.map((item) => gathering.do(item)));
      await turn();
    }
    return answers;
  }
  return { gathering, come, batches, end: (batch: number, error?: unknown) => ends[batch]?.(error) };
}

const refused = Object.assign(new Error('duplicate key'), { code: '23505' });

describe('gathering', () => {
  it('begins with what came in one turn when nothing is under way, and takes together what came meanwhile', async () => {
    const { come, batches, end } = work();
    const answers = await come(['a', 'b'], ['c'], ['d']);
    assert.deepEqual(batches, [['a', 'b']]);
    end(0);
    await turn();
    assert.deepEqual(batches, [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    end(1);
    assert.deepEqual(await Promise.all(answers), ['a!', 'b!', 'c!', 'd!']);
  });

  it('never takes two of one key together, and keeps their order', async () => {
    const { come, batches, end } = work();
    const answers = await come(['a'], ['b1', 'b2', 'c', 'b3']);
    for (const batch of [0, 1, 2, 3]) {
      end(batch);
      await turn();
    }
    assert.deepEqual(batches, [['a'], ['b1', 'c'], ['b2'], ['b3']]);
    assert.deepEqual(await Promise.all(answers), ['a!', 'b1!', 'b2!', 'c!', 'b3!']);
  });

  it('tries each alone when all together are refused', async () => {
    const { come, batches, end } = work();
    const answers = await come(['a'], ['b', 'c']);
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
      const { come, batches, end } = work();
      const answers = await come(['a'], ['b', 'c']);
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
    const { come, batches, end } = work();
    const [slow, quick] = await come(['a'], ['b']);
    while (batches.length < 2) await pause(5);
    end(1);
    assert.equal(await quick, 'b!');
    end(0);
    assert.equal(await slow, 'a!');
  });
});
