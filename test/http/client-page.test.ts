import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startProduct } from './product.ts';

const client = mkdtempSync(join(tmpdir(), 'guanxi-page-'));
after(() => rmSync(client, { recursive: true }));
writeFileSync(
  join(client, 'index.html'),
  `<!doctype html><head><title>Guanxi</title>
    <!--signed-in-->
    <link rel="modulepreload" href="/assets/list.js" />
    <!--/signed-in-->
  </head>`,
);

test('the page says to who may be signed in what to fetch, and to strangers nothing of it', async () => {
  const { app, ask } = await startProduct({ client });
  const own = await ask('GET', '/account');
  assert.match(own.body, /modulepreload/);
  const strange = await app.inject({ url: '/account' });
  assert.doesNotMatch(strange.body, /modulepreload|signed-in/);
  assert.match(strange.body, /<title>Guanxi<\/title>\s*<\/head>/);
  for (const { headers } of [own, strange]) assert.equal(headers.vary, 'cookie');
});
