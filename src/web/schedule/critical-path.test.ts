import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { criticalPath, inOrder, type PlannedWork } from './critical-path.ts';

const slackOf = (works: readonly PlannedWork[]) => Object.fromEntries(criticalPath(works).slack);

test('the chain that determines the end has no slack, and what runs beside it has the rest', () => {
  const works = [
    { id: 'plan', from: 0, until: 2, after: [] },
    { id: 'build', from: 2, until: 7, after: ['plan'] },
    { id: 'paint', from: 2, until: 4, after: ['plan'] },
    { id: 'open', from: 7, until: 7, after: ['build', 'paint'] },
  ];
  assert.equal(criticalPath(works).end, 7);
  assert.deepEqual(slackOf(works), { plan: 0, build: 0, paint: 3, open: 0 });
});

test('days between one and the next are slack, and what begins too early is reckoned when it can', () => {
  const apart = [
    { id: 'one', from: 0, until: 2, after: [] },
    { id: 'two', from: 5, until: 6, after: ['one'] },
  ];
  assert.deepEqual(slackOf(apart), { one: 3, two: 0 });
  const early = criticalPath([
    { id: 'one', from: 0, until: 4, after: [] },
    { id: 'two', from: 1, until: 3, after: ['one'] },
  ]);
  assert.deepEqual([early.end, ...early.slack.values()], [6, 0, 0]);
});

test('a circle, itself and what is not shown bind nothing', () => {
  assert.deepEqual(slackOf([{ id: 'one', from: 0, until: 1, after: ['one', 'gone'] }]), { one: 0 });
  const circle = [
    { id: 'one', from: 0, until: 1, after: ['two'] },
    { id: 'two', from: 0, until: 1, after: ['one'] },
  ];
  assert.equal(criticalPath(circle).slack.size, 2);
  assert.deepEqual(criticalPath([]).slack.size, 0);
});

test('a chain of ten thousand is followed to its end', () => {
  const works = Array.from({ length: 10_000 }, (_, n) => ({
    id: String(n),
    from: n,
    until: n + 1,
    after: n === 9999 ? [] : [String(n + 1)],
  }));
  assert.equal(criticalPath(works).end, 19_999);
});

/** Plans in any order, whose arrows lead from lower numbers to higher ones. */
const plans = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 0, max: 5 }),
      after: fc.array(fc.nat(6), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((drawn) =>
    drawn.map(
      ({ from, length, after }, n): PlannedWork => ({
        id: String(n),
        from,
        until: from + length,
        after: after.filter((other) => other < n).map(String),
      }),
    ),
  )
  .chain((works) => fc.shuffledSubarray(works, { minLength: works.length }));

/** Every chain there is, tried one by one. */
function lastEnd(works: readonly PlannedWork[], delayed?: string, by = 0): number {
  const endOf = ({ id, from, until, after }: PlannedWork): number => {
    const before = works.filter((work) => after.includes(work.id)).map(endOf);
    return Math.max(from, ...before) + (id === delayed ? by : 0) + (until - from);
  };
  return Math.max(...works.map(endOf));
}

test('the end is that of the longest of all chains, and slack is as far as something may slip and no further', () => {
  fc.assert(
    fc.property(plans, (works) => {
      const { end, slack } = criticalPath(works);
      assert.equal(end, lastEnd(works));
      for (const { id } of works) {
        const most = slack.get(id) ?? Number.NaN;
        assert.equal(lastEnd(works, id, most), end, `${id} may slip by ${most}`);
        assert.ok(lastEnd(works, id, most + 1) > end, `${id} may not slip by ${most + 1}`);
      }
      assert.ok([...slack.values()].includes(0));
      const places = new Map(inOrder(works).map(({ work }, place) => [work.id, place]));
      for (const { id, after } of works)
        for (const other of after) assert.ok((places.get(other) ?? 0) < (places.get(id) ?? 0));
    }),
  );
});
