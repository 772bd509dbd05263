import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFields } from './changed-fields.ts';

test('CUS-17 what somebody else changed is found, what only the server stamps is not', () => {
  const before = { id: 'a', version: 3, phone: '1', owner: { id: 'u1', name: '李伟' }, updatedAt: 'x' };
  const after = { id: 'a', version: 4, phone: '2', owner: 'u1', updatedAt: 'y' };
  assert.deepEqual(changedFields(before, after), ['phone']);
});
