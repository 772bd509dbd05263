import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldAt } from '#kernel/field-at.ts';
import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import { selectFor } from './select.ts';

function field(name: string, type: string, targets?: readonly string[]): FieldMeta {
  const plain = {
    label: name,
    required: false,
    readOnly: false,
    unique: false,
    sortable: true,
    operators: [],
  };
  return { ...plain, name, type, ...(targets ? { targets } : {}) };
}

function object(name: string, nameField: string, fields: readonly FieldMeta[]): ObjectMeta {
  return { name, nameField, fields } as unknown as ObjectMeta;
}

const meta = {
  objects: [
    object('house', 'title', [field('title', 'text'), field('street', 'reference', ['street'])]),
    object('street', 'name', [field('name', 'text'), field('mayor', 'user', ['person'])]),
    object('person', 'name', [field('name', 'text')]),
  ],
} as unknown as Meta;

test('a path leads through references to a field', () => {
  assert.equal(fieldAt(meta, 'house', 'title')?.type, 'text');
  assert.equal(fieldAt(meta, 'house', 'street.mayor.name')?.name, 'name');
  assert.equal(fieldAt(meta, 'house', 'street.unknown'), undefined);
  assert.equal(fieldAt(meta, 'nowhere', 'title'), undefined);
});

test('a path leads to a value, or to none', () => {
  const house = { title: '8号楼', street: { id: 's1', name: '海尔路' } };
  assert.equal(valueAt(house, 'street.name'), '海尔路');
  assert.equal(valueAt(house, 'street.mayor.name'), null);
  assert.equal(valueAt({ street: 's1' }, 'street.name'), null);
});

test('references are asked for with their names', () => {
  const fields = meta.objects[0]?.fields ?? [];
  assert.equal(selectFor(meta, fields), 'title,street.name');
  assert.equal(
    selectFor(meta, fields, ['title', 'street.mayor.name']),
    'title,street.name,street.mayor.name',
  );
});
