import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openText, sealText } from './sealed-text.ts';

test('a sealed text is read with the same secret only, and not once it was changed', () => {
  const sealed = sealText('密钥 JBSWY3DP', 'a'.repeat(40));
  assert.notEqual(sealText('密钥 JBSWY3DP', 'a'.repeat(40)), sealed);
  assert.equal(openText(sealed, 'a'.repeat(40)), '密钥 JBSWY3DP');
  assert.throws(() => openText(sealed, 'b'.repeat(40)));
  const changed = `${sealed.slice(0, 30)}${sealed[30] === 'A' ? 'B' : 'A'}${sealed.slice(31)}`;
  assert.throws(() => openText(changed, 'a'.repeat(40)));
});
