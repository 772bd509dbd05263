import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { webhookSender } from '../webhook/webhook-sender.ts';
import { fetchOutside } from './fetch-outside.ts';
import { addressObjection, postOutside } from './post-outside.ts';

test('an address that somebody entered is asked when it is https, public, and hides nothing', () => {
  assert.equal(addressObjection('https://login.example.com/.well-known/openid-configuration'), undefined);
  for (const address of [
    ...[
      'http://login.example.com/',
      'ftp://login.example.com/',
      'file:///etc/passwd',
      'gopher://x/',
      'nothing',
    ],
    ...[
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://0177.0.0.1/',
      'https://127.1/',
    ],
    ...['https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://[fe80::1]/', 'https://[64:ff9b::a00:1]/'],
    ...[
      'https://169.254.169.254/latest/meta-data',
      'https://10.1.2.3/',
      'https://192.168.1.1/',
      'https://0.0.0.0/',
    ],
    ...[
      'https://localhost/',
      'https://LOCALHOST./',
      'https://x.localhost/',
      'https://db.internal/',
      'https://nas.local/',
    ],
    ...[
      'https://intranet/',
      'https://somebody:secret@example.com/',
      'https://example.com:8443/',
      'https://example.com:22/',
    ],
  ])
    assert.notEqual(addressObjection(address), undefined, address);
});

test('a redirection is an answer like any other and leads nowhere', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const reach = { loopback: true };
  assert.equal((await fetchOutside(address, { method: 'GET', headers: {} }, reach)).status, 302);
  assert.equal((await postOutside(address, {}, Buffer.from('x'), reach)).status, 302);
  assert.equal(asked, 2);
  await assert.rejects(fetchOutside(address, { method: 'GET', headers: {} }), /notPublic/);
  server.close();
});

test('INT-16 programs are told at public addresses alone, and what they answer is read so far and no further', async () => {
  const whole = 'x'.repeat(200_000);
  const server = createServer((request, answer) => {
    // Of an answer without end its beginning is enough.
    if (request.url === '/endless') answer.write(whole);
    else if (request.url === '/silent') setTimeout(() => control.abort(), 5);
    else answer.writeHead(410).end('gone');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const control = new AbortController();
  const { port } = server.address() as AddressInfo;
  const post = (address: string, loopback = true) =>
    webhookSender({ loopback }).post(address, {}, '{}', control.signal);
  const base = `http://127.0.0.1:${port}`;
  for (const address of [base, 'https://169.254.169.254/', 'https://10.0.0.1/', `https://localhost:${port}/`])
    assert.deepEqual(await post(address, false), { reason: 'notPublic', said: '' });
  const endless = await post(`${base}/endless`);
  assert.ok('body' in endless && endless.status === 200 && endless.body.length === 64 * 1024);
  const gone = await post(`${base}/gone`);
  assert.deepEqual('status' in gone && [gone.status, gone.body], [410, 'gone']);
  assert.deepEqual(await post(`${base}/silent`), { reason: 'noAnswer', said: '' });
  const refused = await webhookSender({ loopback: true }).post(
    'http://127.0.0.1:1/',
    {},
    '',
    new AbortController().signal,
  );
  assert.ok('reason' in refused && refused.reason === 'unreachable');
  server.closeAllConnections();
  server.close();
});
