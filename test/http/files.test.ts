import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
import { removeUnheld } from '#engine/files/remove-unheld.ts';
import { file } from '#kernel/field/file/file.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { definePolicy } from '#kernel/policy.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { scannerFrom } from '#main/scanner-from.ts';
import { harmlessVirus, startVirusScanner } from '#test/outside/virus-scanner.ts';
import { type Asking, type Product, startProduct } from './product.ts';

const dossier = defineObject({
  name: 'registry.dossier',
  icon: 'folder',
  traits: [ownable],
  fields: { name: text({ required: true }), files: file(), secrets: file() },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'registry.dossier': typeof dossier;
  }
}

const registry = defineModule({
  name: 'registry',
  depends: [],
  objects: [
    {
      object: dossier,
      policy: definePolicy('registry.dossier', {
        salesRepresentative: { read: 'own', create: true, update: 'own', fields: { secrets: 'hidden' } },
      }),
    },
  ],
  roles: [],
  navigation: [],
  locales: { en: {}, 'zh-CN': {} },
});

const pdf = Buffer.from('%PDF-1.7\n报价单 2026');

describe('files', () => {
  const root = mkdtempSync(join(tmpdir(), 'guanxi-files-'));
  const store = folderStore(root);
  let product: Product;
  let url = '';
  let wei: Asking & { id: string };
  let emma: Asking & { id: string };

  before(async () => {
    product = await startProduct({ more: [registry], files: { store, limit: 1024 * 1024 } });
    const role = { roles: ['salesRepresentative'] };
    wei = await product.colleague({ name: '张伟', email: 'wei@hengyue.example', ...role });
    emma = await product.colleague({ name: 'Emma Clarke', email: 'emma@hengyue.example', ...role });
    url = await product.app.listen({ port: 0, host: '127.0.0.1' });
  });
  after(() => rmSync(root, { recursive: true }));

  async function bring(who: Asking, ...files: (readonly [name: string, content: Uint8Array | string])[]) {
    const form = new FormData();
    for (const [name, content] of files) form.append('file', new Blob([content as BlobPart]), name);
    const answer = await fetch(`${url}/api/files`, { method: 'POST', headers: who.headers, body: form });
    return { status: answer.status, body: (await answer.json()) as ReturnType<JSON['parse']> };
  }
  async function get(who: Asking, id: string, headers = {}) {
    const answer = await fetch(`${url}/api/files/${id}`, { headers: { ...who.headers, ...headers } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, header: (name: string) => answer.headers.get(name) ?? '', bytes };
  }
  const dossierOf = (who: Asking, files: unknown, field = 'files') =>
    who('POST', '/api/records/dossier', { name: '恒达项目', [field]: files });

  it('takes several in and gives each back as it was', async () => {
    const { status, body } = await bring(wei, ['报价单.pdf', pdf], ['C:\\desk\\客户.csv', '客户,城市\n']);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(
      body.map(({ id: _, ...file }: { id: string }) => file),
      [
        { name: '报价单.pdf', size: pdf.length, mediaType: 'application/pdf' },
        { name: '客户.csv', size: 14, mediaType: 'text/csv' },
      ],
    );
    const { bytes, header } = await get(wei, body[0].id);
    assert.deepEqual(bytes, pdf);
    assert.deepEqual(
      [header('content-type'), header('x-content-type-options')],
      ['application/pdf', 'nosniff'],
    );
    assert.equal(
      header('content-disposition'),
      `inline; filename="___.pdf"; filename*=UTF-8''${encodeURIComponent('报价单')}.pdf`,
    );
    const again = await get(wei, body[0].id, { 'if-none-match': header('etag') });
    assert.equal(again.status, 304);
  });

  it('keeps no file in which a virus scanner finds something, nor any while it does not answer', async (t) => {
    const scanner = await startVirusScanner();
    t.after(() => scanner.close());
    const folder = mkdtempSync(join(tmpdir(), 'guanxi-scanned-'));
    const scanned = await startProduct({
      files: { store: folderStore(folder), limit: 2 * 1024 * 1024 },
      scanner: scannerFrom({ GUANXI_VIRUS_SCANNER: scanner.address }),
    });
    const at = await scanned.app.listen({ port: 0, host: '127.0.0.1' });
    const send = async (path: string, content: string) => {
      const form = new FormData();
      form.append('file', new Blob([content]), '报价.csv');
      const answer = await fetch(at + path, { method: 'POST', headers: scanned.ask.headers, body: form });
      return { status: answer.status, body: (await answer.json()) as ReturnType<JSON['parse']> };
    };
    const large = '客户,城市\n'.repeat(30_000);
    assert.equal((await send('/api/files', large)).status, 201);
    const kept = readdirSync(folder, { recursive: true }).length;
    for (const path of ['/api/files', '/api/imports']) {
      const { status, body } = await send(path, large + harmlessVirus);
      assert.deepEqual([status, body.errors[0].field, body.errors[0].code], [422, 'file', 'infected'], path);
      assert.match(body.errors[0].message, /Eicar-Test-Signature/);
    }
    const tooLarge = await send('/api/files', 'x'.repeat(1_100_000));
    assert.deepEqual([tooLarge.status, tooLarge.body.detail], [503, '暂时无法检查文件是否安全，请稍后再试']);
    await scanner.close();
    assert.equal((await send('/api/files', '客户')).status, 503);
    assert.equal(readdirSync(folder, { recursive: true }).length, kept);
    const { body } = await scanned.ask('GET', '/api/audit?kind=file.infected');
    assert.deepEqual(body.entries[0].facts, { name: '报价.csv', found: 'Eicar-Test-Signature' });
  });

  it('lets a file run nothing in the reader’s browser', async () => {
    const page = '<html><script>fetch("/api/me")</script>';
    const { body } = await bring(wei, ['contract.pdf', page], ['page.html', page], ['logo.svg', '<svg/>']);
    for (const { id, mediaType } of body) {
      const answer = await get(wei, id);
      assert.match(answer.header('content-disposition'), /^attachment;/, mediaType);
      assert.match(answer.header('content-security-policy'), /default-src 'none'.*sandbox/);
    }
    assert.equal(body[0].mediaType, 'text/plain');
  });

  it('shows a file to its bringer and to readers of a record that holds it, to nobody else', async () => {
    const [kept] = (await bring(wei, ['合同.pdf', pdf])).body;
    assert.deepEqual([(await get(wei, kept.id)).status, (await get(emma, kept.id)).status], [200, 404]);
    assert.equal((await get(product.as({}), kept.id)).status, 401);
    const stolen = await dossierOf(emma, [kept]);
    assert.deepEqual([stolen.status, stolen.body.errors[0].code], [422, 'noSuchFile']);
    const own = await dossierOf(wei, [{ id: kept.id, name: '改名.exe', size: 1 }]);
    assert.deepEqual([own.status, own.body.files], [201, [kept]]);
    assert.equal((await get(emma, kept.id)).status, 404);
    assert.equal((await wei('PATCH', `/api/records/dossier/${own.body.id}`, { owner: emma.id })).status, 200);
    assert.equal((await get(emma, kept.id)).status, 200);
    const copy = await dossierOf(emma, [kept]);
    assert.equal(copy.status, 201, 'who may read a file may put it elsewhere');
  });

  it('does not show a file through a field that the reader may not see', async () => {
    const [kept] = (await bring(product.ask, ['薪酬.pdf', pdf])).body;
    const { body } = await dossierOf(product.ask, [kept], 'secrets');
    await product.ask('PATCH', `/api/records/dossier/${body.id}`, { owner: wei.id });
    assert.equal((await wei('GET', `/api/records/dossier/${body.id}`)).status, 200);
    assert.equal((await get(wei, kept.id)).status, 404);
  });

  it('refuses what is too large, says which, and leaves nothing behind', async () => {
    const { status, body } = await bring(wei, ['录像.mp4', new Uint8Array(3 * 1024 * 1024)]);
    assert.deepEqual([status, body.errors[0].code, body.status], [413, 'fileTooLarge', 413]);
    assert.match(body.errors[0].message, /录像\.mp4/);
    assert.deepEqual(readdirSync(join(root, 'arriving')), []);
    const none = await fetch(`${url}/api/files`, {
      method: 'POST',
      headers: wei.headers,
      body: new FormData(),
    });
    assert.deepEqual([none.status, ((await none.json()) as { errors: unknown[] }).errors.length], [422, 1]);
    assert.equal((await wei('POST', '/api/files', { name: '合同.pdf' })).status, 422);
  });

  it('clears away what no record has held for a week, and only that', async () => {
    const [held] = (await bring(wei, ['a.txt', '保留'])).body;
    const [twin] = (await bring(wei, ['b.txt', '保留'])).body;
    const [alone] = (await bring(wei, ['c.txt', '无主'])).body;
    const { body } = await dossierOf(wei, [held]);
    await product.ask('DELETE', `/api/records/dossier/${body.id}`);
    const sweep = () =>
      removeUnheld(
        { registry: product.registry, database: product.database },
        { name: 'main', label: '', schema: 'ws_main', currency: 'CNY', rates: {}, timeZone: 'UTC' },
        store,
      );
    assert.equal(await sweep(), 0);
    const { rows } = await product.pool.query('select id, hash from ws_main.stored_file');
    const pathOf = (id: string) => {
      const hash = rows.find((row) => row.id === id)?.hash;
      return join(root, 'main', hash.slice(0, 2), hash);
    };
    await product.pool.query(
      `update ws_main.stored_file set unheld_since = unheld_since - interval '8 days'`,
    );
    assert.ok((await sweep()) >= 2);
    assert.deepEqual([existsSync(pathOf(held.id)), existsSync(pathOf(alone.id))], [true, false]);
    assert.equal((await get(wei, twin.id)).status, 404);
    await product.ask('POST', `/api/records/dossier/${body.id}/restore`);
    assert.equal((await get(wei, held.id)).bytes.toString(), '保留');
  });
});
