import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopesFor } from './scopes.ts';

test('a key reaches everything, reads, or keeps to chosen objects', () => {
  assert.equal(scopesFor('full', ['task'], []), null);
  assert.deepEqual(scopesFor('read', [], ['task']), ['read']);
  assert.deepEqual(scopesFor('some', ['task', 'note'], ['note']), [
    'records:task:read',
    'records:note:write',
  ]);
});
