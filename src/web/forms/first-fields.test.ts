import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { firstFields } from './first-fields.ts';

const field = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  ...{ name, type: 'text', label: name, required: false, readOnly: false, unique: false, sortable: true },
  operators: [],
  ...more,
});

/** An order, of which the page shows first who has ordered and where it stands. */
const status = field('status', {
  ...{ type: 'choice', required: true, default: 'draft', transitions: { draft: ['placed'], placed: [] } },
});
const pageOf = (path: string) =>
  ({
    page: {
      path,
      highlights: ['amount'],
      sections: [{ name: 'details', label: '', fields: ['account', 'subject', 'status'] }],
    },
  }) as unknown as ObjectMeta;
const form = (fields: readonly FieldMeta[], path = 'status') => firstFields(pageOf(path), fields);
const names = (fields: readonly FieldMeta[]) => fields.map(({ name }) => name);
const others = Array.from({ length: 9 }, (_, number) => field(`other${number}`));
const shown = [
  field('remark'),
  field('amount'),
  status,
  field('subject'),
  field('account', { required: true }),
];

test('a form asks what is required and what the page shows first, in the order of the page', () => {
  const { first, rest } = form([...shown, ...others]);
  assert.deepEqual(names(first), ['account', 'subject', 'amount']);
  assert.ok(names(rest).includes('remark'));
});

test('it does not ask where a record stands that begins at the beginning of its way', () => {
  const asks = (fields: readonly FieldMeta[], path?: string) =>
    names(form(fields, path).first).includes('status');
  assert.equal(asks(shown), false);
  assert.ok(names(form(shown).rest).includes('status'));
  const { default: _, ...undecided } = status;
  assert.equal(asks([...shown.filter((one) => one !== status), undecided]), true);
  assert.equal(asks(shown, 'stage'), true);
});

test('everything required is asked, however much it is', () => {
  const must = others.map((one) => ({ ...one, required: true }));
  assert.equal(form([...shown, ...must]).first.length, 10);
});
