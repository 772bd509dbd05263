import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ObjectMeta } from '#kernel/meta.ts';
import { startingValues } from './starting-values.ts';

const field = (name: string, readOnly = false) => ({ name, readOnly });
const object = {
  fields: [field('status'), field('owner'), field('closedAt', true), field('region')],
} as unknown as ObjectMeta;

test('a record added to a filtered list starts with what the filter asks for', () => {
  assert.deepEqual(startingValues(object, { and: [{ status: { in: ['open'] } }, { region: '华东' }] }), {
    status: 'open',
    region: '华东',
  });
});

test('what leaves a choice, names a variable or cannot be written is left out', () => {
  assert.deepEqual(
    startingValues(object, { status: { in: ['open', 'late'] }, owner: '$actor', closedAt: '2026-11-23' }),
    {},
  );
});
