import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import { relatedColumns } from './columns.ts';
import { entryFields } from './entry-fields.ts';
import { linkValue, linkWhere } from './link-value.ts';

function field(name: string, type = 'text', more: Partial<FieldMeta> = {}): FieldMeta {
  const plain = {
    label: name,
    required: false,
    readOnly: false,
    unique: false,
    sortable: true,
    operators: [],
  };
  return { ...plain, name, type, ...more };
}

const room = {
  name: 'room',
  nameField: 'number',
  fields: [
    field('number', 'text', { required: true }),
    field('house', 'reference', { targets: ['house'], required: true }),
    field('size', 'decimal'),
    field('rent', 'money'),
    field('key', 'text', { required: true }),
    field('code', 'autoNumber', { readOnly: true }),
  ],
  views: [
    {
      name: 'all',
      label: 'All',
      kind: 'table',
      columns: ['house', 'size', 'number', 'rent', 'house.street'],
    },
  ],
  page: {
    highlights: ['rent'],
    sections: [{ label: 'About', fields: ['house', 'number', 'code', 'size'] }],
    composer: [],
  },
} as unknown as ObjectMeta;
const meta = { objects: [room] } as unknown as Meta;

test('a related list shows its names first and not what all rows share', () => {
  const paths = (object: ObjectMeta) => relatedColumns(meta, object, 'house').map(({ path }) => path);
  assert.deepEqual(paths(room), ['number', 'size', 'rent']);
  assert.deepEqual(paths({ ...room, views: [] }), ['number', 'rent']);
});

test('a column that follows a reference to its name is headed by the reference', () => {
  const withKeeper = {
    ...room,
    fields: [...room.fields, field('keeper', 'user', { targets: ['user'], label: 'Kept by' })],
    views: [{ ...room.views[0], columns: ['keeper.name'] }],
  } as unknown as ObjectMeta;
  const user = { name: 'user', nameField: 'name', fields: [field('name')] } as unknown as ObjectMeta;
  const [, keeper] = relatedColumns({ ...meta, objects: [withKeeper, user] }, withKeeper, 'house');
  assert.deepEqual([keeper?.label, keeper?.path, keeper?.valuePath], ['Kept by', 'keeper.name', 'keeper']);
});

test('adding in passing asks for what is required, the first section and the head', () => {
  assert.deepEqual(
    entryFields(room, 'house').map(({ name }) => name),
    ['key', 'number', 'size', 'rent'],
  );
});

test('a new record points back in the way of its field', () => {
  assert.equal(linkValue(field('house', 'reference'), 'house', 'h1'), 'h1');
  assert.deepEqual(linkValue(field('about', 'regarding'), 'house', 'h1'), { object: 'house', id: 'h1' });
  assert.deepEqual(linkValue(field('houses', 'manyToMany'), 'house', 'h1'), ['h1']);
  assert.deepEqual(linkWhere(field('houses', 'manyToMany'), 'h1'), { houses: { contains: 'h1' } });
  assert.deepEqual(linkWhere(field('about', 'regarding'), 'h1'), { about: 'h1' });
});
