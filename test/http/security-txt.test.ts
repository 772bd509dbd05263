import assert from 'node:assert/strict';
import { test } from 'node:test';
import { securityContactFrom } from '#main/security-contact-from.ts';
import { startProduct } from './product.ts';

test('security.txt says whom to tell of a weakness, where somebody is named', async () => {
  const securityContact = securityContactFrom({ GUANXI_SECURITY_CONTACT: 'mailto:security@hengyue.example' });
  const { as } = await startProduct({ securityContact });
  const { status, body, headers } = await as({})('GET', '/.well-known/security.txt');
  assert.deepEqual([status, headers['content-type']], [200, 'text/plain; charset=utf-8']);
  assert.match(body, /^Contact: mailto:security@hengyue\.example$/m);
  assert.match(body, /^Canonical: http:\/\/127\.0\.0\.1:3000\/\.well-known\/security\.txt$/m);
  const [, expires = ''] = /^Expires: (.+)$/m.exec(body) ?? [];
  const days = (Date.parse(expires) - Date.now()) / 86_400_000;
  assert.ok(days > 30 && days < 366, expires);
  assert.equal(securityContactFrom({}), undefined);
  assert.throws(
    () => securityContactFrom({ GUANXI_SECURITY_CONTACT: 'security' }),
    /GUANXI_SECURITY_CONTACT/,
  );
});
