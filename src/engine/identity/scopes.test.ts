import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Unacceptable } from '#kernel/problem.ts';
import { type Access, allows, parseScopes } from './scopes.ts';

const reach = (scopes: string[] | undefined) =>
  (
    [
      ['read', 'asset'],
      ['write', 'asset'],
      ['read', 'visit'],
      ['write', 'visit'],
      ['action', 'fleet.inspect'],
      ['action', 'fleet.retire'],
    ] as [Access, string][]
  )
    .filter(([access, name]) => allows({ scopes }, access, name))
    .map((pair) => pair.join(' '));

test('scopes reach as far as they say and no further', () => {
  assert.equal(reach(undefined).length, 6);
  assert.equal(reach(['write']).length, 6);
  assert.deepEqual(reach(['read']), ['read asset', 'read visit']);
  assert.deepEqual(reach(['records:asset:read']), ['read asset']);
  assert.deepEqual(reach(['records:asset:write']), ['read asset', 'write asset']);
  assert.deepEqual(reach(['actions:fleet.inspect']), ['action fleet.inspect']);
  assert.deepEqual(reach(['records:visit:read', 'actions:fleet.retire']), [
    'read visit',
    'action fleet.retire',
  ]);
});

test('more scopes never take anything away, and no scope grants what it does not name', () => {
  const scope = fc.constantFrom(
    'read',
    'records:asset:read',
    'records:asset:write',
    'records:visit:write',
    'actions:fleet.inspect',
  );
  fc.assert(
    fc.property(fc.array(scope, { minLength: 1 }), fc.array(scope), (some, more) => {
      const all = reach([...some, ...more]);
      assert.ok(reach(some).every((pair) => all.includes(pair)));
      assert.ok(!all.includes('action fleet.retire'));
    }),
  );
});

test('only well-formed scopes are accepted, and an empty list is none', () => {
  assert.equal(parseScopes(undefined), undefined);
  assert.equal(parseScopes(null), undefined);
  assert.deepEqual(parseScopes(['read', 'read', 'records:priceBook:write']), [
    'read',
    'records:priceBook:write',
  ]);
  for (const bad of [
    [],
    'read',
    ['all'],
    ['records:asset'],
    ['records:*:read'],
    ['actions:'],
    [{}],
    ['read '],
  ]) {
    assert.throws(() => parseScopes(bad), Unacceptable, JSON.stringify(bad));
  }
});
