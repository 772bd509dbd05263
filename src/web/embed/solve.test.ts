import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { firstBits } from './sha256.ts';
import { solve } from './solve.ts';

test('hashes as everybody does', () => {
  for (let length = 0; length <= 55; length++) {
    const text = randomBytes(40).toString('hex').slice(0, length);
    assert.equal(firstBits(text), createHash('sha256').update(text).digest().readUInt32BE(0), text);
  }
});

test('finds a number whose hash begins with the zero bits that are asked for', async () => {
  const nonce = randomBytes(12).toString('base64url');
  const found = await solve({ nonce, bits: 12 });
  const hash = createHash('sha256').update(`${nonce}:${found}`).digest();
  assert.equal(hash.readUInt32BE(0) >>> 20, 0);
});
