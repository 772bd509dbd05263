import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from './password-hashing.ts';

test('many passwords at once are all hashed, and all verify against their own hash only', async () => {
  const passwords = Array.from({ length: 9 }, (_, n) => `山高水长 ${n}`);
  const hashes = await Promise.all(passwords.map(hashPassword));
  assert.equal(new Set(hashes).size, 9);
  const verdicts = await Promise.all(
    passwords.map((password, n) => verifyPassword({ password, hash: hashes[n % 2 ? n : 0] ?? '' })),
  );
  assert.deepEqual(verdicts, [true, true, false, true, false, true, false, true, false]);
});

test('a hash that cannot be read holds nobody up', async () => {
  const broken = Array.from({ length: 5 }, () => verifyPassword({ password: 'any', hash: 'unreadable' }));
  assert.ok((await Promise.allSettled(broken)).every(({ status }) => status === 'rejected'));
  assert.match(await hashPassword('still working'), /:/);
});
