import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Step } from './automation.ts';
import { placedSteps } from './step-places.ts';

test('WFL-01 every step of a branch has a place of its own, and leads on to what follows the branch', () => {
  const wait = (key: string): Step => ({ key, do: 'wait', seconds: 60 });
  const branch = (key: string, steps: readonly Step[], otherwise?: readonly Step[]): Step => ({
    ...{ key, do: 'branch', where: {}, steps },
    ...(otherwise && { otherwise }),
  });
  const placed = placedSteps([
    wait('a'),
    branch('b', [wait('c'), branch('d', [], [wait('e')])], [wait('f')]),
    branch('g', [wait('h')]),
  ]);
  assert.deepEqual(
    placed.map(({ step, next, otherwise }) => [step.key, next, otherwise]),
    [
      ['a', 1, undefined],
      ['b', 2, 5],
      ['c', 3, undefined],
      ['d', 6, 4],
      ['e', 6, undefined],
      ['f', 6, undefined],
      ['g', 7, 8],
      ['h', 8, undefined],
    ],
  );
});
