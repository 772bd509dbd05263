import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { type Bar, barOf } from './bar.ts';
import { movedAlong, pushedBy } from './following.ts';

const field = (name: string) => ({ name }) as FieldMeta;
const fields = { start: field('from'), end: field('to'), after: field('after') };
const bar = (id: string, from: number, to: number, ...after: string[]) =>
  barOf(
    { id, version: 1, from: `2026-11-${from + 10}`, to: `2026-11-${to + 10}`, after },
    id,
    fields,
    'UTC',
  ) as Bar;

const design = bar('design', 0, 2);
const chain = [bar('test', 7, 8, 'build'), bar('build', 3, 5, 'design')];

test('what comes after a bar moves along with it, or only as far as it must', () => {
  assert.deepEqual(
    [...movedAlong(chain, -2)],
    [
      ...new Map([
        ['test', -2],
        ['build', -2],
      ]),
    ],
  );
  assert.deepEqual([...pushedBy(design, 'whole', 1, chain)], [['build', 1]], 'a day of slack takes it up');
  assert.deepEqual(
    [...pushedBy(design, 'end', 3, chain)],
    [
      ['build', 3],
      ['test', 2],
    ],
  );
  assert.equal(pushedBy(design, 'whole', -1, chain).size, 0);
  assert.equal(pushedBy(design, 'start', 1, chain).size, 0, 'the end stays where it is');
});

test('what does not come after what moved stays, even where it begins too early', () => {
  const early = [...chain, bar('other', 0, 1, 'elsewhere')];
  assert.deepEqual([...pushedBy(design, 'whole', 0, early)], []);
});
