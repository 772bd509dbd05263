import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicLookup } from './post-outside.ts';
import { isPublicAddress } from './public-address.ts';

test('only addresses of the public internet are public', () => {
  for (const address of ['1.1.1.1', '203.0.112.1', '172.32.0.1', '2400:3200::1', '2606:4700::1111'])
    assert.ok(isPublicAddress(address), address);
  for (const address of [
    ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '64:ff9b::a00:1',
      'fc00::1',
      'fe80::1',
    ],
    ...['2001:db8::1', '2002:a00:1::1', 'ff02::1', 'not an address'],
  ])
    assert.ok(!isPublicAddress(address), address);
});

test('a name is judged by the address that it leads to', async () => {
  const found = (loopback: boolean) =>
    new Promise((resolve) =>
      publicLookup({ loopback })('localhost', {}, (error, address) => resolve(error?.message ?? address)),
    );
  assert.equal(await found(false), 'localhost: notPublic');
  assert.ok(['127.0.0.1', '::1'].includes(String(await found(true))));
});
