import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Meta } from '#kernel/meta.ts';
import { relatedGroups } from './related-groups.ts';

const meta = {
  objects: [
    { name: 'room', module: 'building' },
    { name: 'lamp', module: 'furniture' },
    { name: 'chair', module: 'furniture' },
    { name: 'guest', module: 'visits' },
  ],
  navigation: [
    { module: 'visits', label: 'Visits', objects: ['guest'] },
    { module: 'furniture', label: 'Furniture', objects: ['lamp'] },
    { module: 'building', label: 'Building', objects: ['room'] },
  ],
} as unknown as Meta;
const to = (object: string) => ({ object, field: 'house', label: object });

test('CUS-06 related lists stand together by module, the record’s own first', () => {
  const groups = relatedGroups(meta, 'building', ['lamp', 'room', 'guest', 'chair'].map(to));
  assert.deepEqual(
    groups.map(({ label, lists }) => [label, lists.map(({ object }) => object)]),
    [
      ['Building', ['room']],
      ['Visits', ['guest']],
      ['Furniture', ['lamp', 'chair']],
    ],
  );
});

test('CUS-06 what a person may not see makes no group', () => {
  assert.deepEqual(relatedGroups(meta, 'building', [to('safe')]), []);
});
