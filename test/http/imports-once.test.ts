import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
import { startProduct } from './product.ts';

test('an import that is sent twice with one Idempotency-Key is one import', async () => {
  const store = folderStore(mkdtempSync(join(tmpdir(), 'guanxi-once-')));
  const product = await startProduct({ files: { store, limit: 1_000_000 } });
  const url = await product.app.listen({ port: 0, host: '127.0.0.1' });
  const send = async (rows: string) => {
    const form = new FormData();
    form.append('files', new Blob([rows]), '客户.csv');
    const headers = { ...product.ask.headers, 'idempotency-key': 'nightly-2026-11-24' };
    const answer = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form });
    return { status: answer.status, body: (await answer.json()) as { id: string } };
  };
  const [first, again] = [await send('name\n远景能源\n'), await send('name\n远景能源\n')];
  assert.deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id]);
  assert.equal((await product.ask('GET', '/api/imports')).body.imports.length, 1);
  assert.deepEqual(again.body, first.body);
  const [kept] = await product.database.run('select body from ws_main.idempotency');
  assert.equal(kept?.[0], first.body.id, 'the rows that it shows would outlive who is erased');
  assert.equal((await send('name\n明石物流\n')).status, 422);
});
