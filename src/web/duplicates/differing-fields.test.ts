import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { differingFields } from './differing-fields.ts';

function field(name: string, rest: Partial<FieldMeta> = {}): FieldMeta {
  const plain = {
    label: name,
    required: false,
    readOnly: false,
    unique: false,
    sortable: true,
    operators: [],
  };
  return { ...plain, name, type: 'text', ...rest };
}

test('CUS-14 a merge asks about fields that differ and fills those that are empty', () => {
  const fields = [
    field('name'),
    field('phone'),
    field('city'),
    field('total', { readOnly: true }),
    field('note'),
  ];
  const own = { name: '张伟', phone: null, city: '上海', total: '1.00', note: '老客户' };
  const other = { name: '张伟', phone: '13800138000', city: '北京', total: '2.00', note: null };
  assert.deepEqual(
    differingFields(fields, own, other).map((each) => [each.field.name, each.fill]),
    [
      ['phone', true],
      ['city', false],
    ],
  );
});
