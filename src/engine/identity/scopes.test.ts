import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Unacceptable } from '#kernel/problem.ts';
import { type Access, allows, parseScopes } from './scopes.ts';

const reach = (scopes: string[] | undefined) =>
  (
    [
      ['read', 'book'],
      ['write', 'book'],
      ['read', 'shelf'],
      ['write', 'shelf'],
      ['action', 'library.lend'],
      ['action', 'library.discard'],
    ] as [Access, string][]
  )
    .filter(([access, name]) => allows({ scopes }, access, name))
    .map((pair) => pair.join(' '));

test('scopes reach as far as they say and no further', () => {
  assert.equal(reach(undefined).length, 6);
  assert.equal(reach(['write']).length, 6);
  assert.deepEqual(reach(['read']), ['read book', 'read shelf']);
  assert.deepEqual(reach(['records:book:read']), ['read book']);
  assert.deepEqual(reach(['records:book:write']), ['read book', 'write book']);
  assert.deepEqual(reach(['actions:library.lend']), ['action library.lend']);
  assert.deepEqual(reach(['records:shelf:read', 'actions:library.discard']), [
    'read shelf',
    'action library.discard',
  ]);
});

test('more scopes never take anything away, and no scope grants what it does not name', () => {
  const scope = fc.constantFrom(
    'read',
    'records:book:read',
    'records:book:write',
    'records:shelf:write',
    'actions:library.lend',
  );
  fc.assert(
    fc.property(fc.array(scope, { minLength: 1 }), fc.array(scope), (some, more) => {
      const all = reach([...some, ...more]);
      assert.ok(reach(some).every((pair) => all.includes(pair)));
      assert.ok(!all.includes('action library.discard'));
    }),
  );
});

test('only well-formed scopes are accepted, and an empty list is none', () => {
  assert.equal(parseScopes(undefined), undefined);
  assert.equal(parseScopes(null), undefined);
  assert.deepEqual(parseScopes(['read', 'read', 'records:readingRoom:write']), [
    'read',
    'records:readingRoom:write',
  ]);
  for (const bad of [
    [],
    'read',
    ['all'],
    ['records:book'],
    ['records:*:read'],
    ['actions:'],
    [{}],
    ['read '],
  ]) {
    assert.throws(() => parseScopes(bad), Unacceptable, JSON.stringify(bad));
  }
});
