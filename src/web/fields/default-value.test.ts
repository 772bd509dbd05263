import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { defaultValues } from './default-value.ts';

const moment = { actor: 'u1', today: '2026-11-24', now: '2026-11-24T06:05:00.000Z' };

function field(name: string, value?: unknown): FieldMeta {
  const plain = {
    label: name,
    type: 'text',
    required: false,
    readOnly: false,
    unique: false,
    sortable: true,
  };
  return { ...plain, name, operators: [], ...(value === undefined ? {} : { default: value }) };
}

test('a form starts with what the declarations say', () => {
  const fields = [
    field('owner', '$actor'),
    field('on', '$today'),
    field('state', 'open'),
    field('title', '$name'),
  ];
  assert.deepEqual(defaultValues(fields, moment, { name: '冷链监控' }), {
    owner: 'u1',
    on: '2026-11-24',
    state: 'open',
    title: '冷链监控',
  });
});

test('what has no default, or one that names an empty field, starts empty', () => {
  assert.deepEqual(defaultValues([field('note'), field('title', '$name')], moment, {}), {});
});
