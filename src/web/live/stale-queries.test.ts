import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Meta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import type { ChangeEvent } from './live-events.ts';
import { isStaleAfter } from './stale-queries.ts';

const meta = {
  objects: [
    {
      name: 'book',
      nameField: 'title',
      fields: [{ name: 'author', type: 'reference', targets: ['author'] }],
    },
    { name: 'author', nameField: 'name', fields: [{ name: 'name', type: 'text' }] },
    { name: 'shelf', nameField: 'name', fields: [{ name: 'room', type: 'text' }], computedFrom: ['book'] },
    { name: 'print', nameField: 'title', fields: [], unites: ['book', 'map'] },
  ],
} as unknown as Meta;

function change(object: string, fields: readonly string[]): ChangeEvent {
  const at = '2026-11-23T09:00:00.000Z';
  return { sequence: 1, kind: 'updated', object, id: 'a', version: 2, actor: null, at, fields };
}

test('CUS-17 a change makes its own object and every timeline stale, nothing else', () => {
  const stale = isStaleAfter([change('book', ['pages'])], meta);
  assert.ok(stale(keys.list('book', {})));
  assert.ok(stale(keys.record('book', 'a')));
  assert.ok(stale(keys.aggregate('book', { measures: 'count' })));
  assert.ok(stale(keys.timeline('shelf', 's')));
  assert.ok(!stale(keys.list('author', {})));
  assert.ok(!stale(keys.meta));
});

test('a new name also reaches the lists that show it, another field does not', () => {
  assert.ok(isStaleAfter([change('author', ['name'])], meta)(keys.list('book', {})));
  assert.ok(!isStaleAfter([change('author', ['born'])], meta)(keys.list('book', {})));
  assert.ok(!isStaleAfter([change('author', ['name'])], meta)(keys.list('shelf', {})));
});

test('CUS-04 what is computed from other records, or made up of them, is looked at again', () => {
  const stale = isStaleAfter([change('book', ['pages'])], meta);
  assert.ok(stale(keys.record('shelf', 's')));
  assert.ok(!stale(keys.list('shelf', {})));
  assert.ok(stale(keys.list('print', {})));
  assert.ok(!isStaleAfter([change('author', ['born'])], meta)(keys.list('print', {})));
});

test('a list that asks for related records is looked at again when one of these changes', () => {
  const has = (object: string) =>
    keys.list('author', { where: { and: [{ not: { has: { object, by: 'author' } } }] } });
  const stale = isStaleAfter([change('book', ['pages'])], meta);
  assert.ok(stale(has('book')));
  assert.ok(stale(has('print')));
  assert.ok(!stale(has('shelf')));
});
