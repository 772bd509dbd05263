import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPassword } from './new-password.ts';

test('passwords to hand over are easy to read and never the same', () => {
  const made = new Set(Array.from({ length: 200 }, newPassword));
  assert.equal(made.size, 200);
  for (const password of made) assert.match(password, /^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){2}$/);
});
