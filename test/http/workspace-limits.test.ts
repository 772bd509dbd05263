import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
import { bring, settled } from './importing.ts';
import { statementsOn } from './noted-statements.ts';
import { type Answer, type Product, startProduct } from './product.ts';

describe('INT-19 the limits of a company', () => {
  let product: Product;
  const limit = (limits: object) => product.ask('PATCH', '/api/workspaces/main/limits', limits);
  const use = async () => (await product.ask('GET', '/api/company/use')).body;

  before(async () => {
    const store = folderStore(mkdtempSync(join(tmpdir(), 'guanxi-limits-')));
    product = await startProduct({ files: { store, limit: 10_000_000 } });
  });

  function refused({ status, body }: Answer, name: string, most: number, code = 403): void {
    assert.deepEqual([status, body.limit, body.most], [code, name, most], JSON.stringify(body));
    assert.match(body.detail, new RegExp(String(most)));
  }

  async function send(bytes: number): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(bytes, 'x')]), 'a.txt');
    const sent = new Response(form);
    const type = sent.headers.get('content-type') ?? '';
    const body = Buffer.from(await sent.arrayBuffer());
    return product.ask('POST', '/api/files', body, { 'content-type': type });
  }

  it('are shown with what is used, and are none at first', async () => {
    const { limits, use: used } = await use();
    assert.deepEqual(limits, {});
    assert.deepEqual([used.people, used.storage, used.imports], [1, 0, 0]);
    assert.ok(used.records >= 1);
    const wrong = await limit({ people: 0, records: 1.5, storage: 'much' });
    assert.deepEqual(
      [wrong.status, wrong.body.errors.map(({ field }: { field: string }) => field)],
      [422, ['people', 'records', 'storage']],
    );
  });

  it('hold for people who sign in, not for programs; what there is already stays', async () => {
    await limit({ people: 2 });
    const colleague = await product.colleague({ name: '李娜', email: 'na@hengyue.example', roles: [] });
    const { body: third } = await product.ask('POST', '/api/records/user', {
      ...{ name: '王芳', email: 'fang@hengyue.example', roles: [] },
    });
    const password = 'a lantern by the old well';
    const give = () => product.ask('PUT', `/api/people/${third.id}/sign-in`, { password });
    refused(await give(), 'people', 2);
    assert.equal((await product.ask('POST', '/api/service-users', { name: '网站' })).status, 201);
    assert.equal((await product.ask('DELETE', `/api/people/${colleague.id}/sign-in`)).status, 204);
    assert.equal((await give()).status, 200);
    refused(await product.ask('PUT', `/api/people/${colleague.id}/sign-in`, { password }), 'people', 2);
    await limit({ people: 1 });
    assert.equal((await use()).use.people, 2);
    await limit({ people: null });
  });

  it('hold for records, by whatever door they come, and a write asks the database nothing for it', async () => {
    const { records } = (await use()).use;
    await limit({ records: records + 3 });
    const make = (count: number) =>
      product.ask(
        'POST',
        '/api/records/account',
        Array(count)
          .fill(0)
          .map((_, n) => ({ name: `限额 ${n}` })),
      );
    refused(await make(4), 'records', records + 3);
    // Lists that automations read beside count their own page.
    const run = statementsOn(product.serving, /^(?!.*row_number).*count\(\*\)/s);
    assert.equal((await make(2)).status, 201);
    // But for the count that is made beside the work when the last one is old.
    assert.ok(run.length <= 1, run.join('\n'));
    const rows = Buffer.from('名称\n导入一\n导入二\n导入三\n');
    const { body } = await bring(product.ask, [['a.csv', rows]], { run: true, object: 'account' });
    const [file] = (await settled(product.ask, body.id)).files;
    assert.deepEqual([file.created, file.failed], [1, 2]);
    const errors = await product.ask('GET', `/api/imports/${body.id}/errors`);
    assert.match(String(errors.body), new RegExp(`${records + 3} 条记录`));
    await limit({ records: null });
    assert.equal((await make(4)).status, 201);
  });

  it('hold for files', async () => {
    await limit({ storage: 1 });
    assert.equal((await send(700_000)).status, 201);
    refused(await send(700_000), 'storage', 1);
    assert.equal((await use()).use.storage, 700_000);
    await limit({ storage: null });
  });

  it('hold for imports under way', async () => {
    await limit({ imports: 1 });
    const waiting = `insert into ws_main.import (id, actor, state, options, files, created, beat)
      select gen_random_uuid(), id, 'running', '{}', '[]', now(), now() from ws_main."user" limit 1`;
    await product.pool.query(waiting);
    const rows = Buffer.from('名称\n导入四\n');
    refused(await bring(product.ask, [['b.csv', rows]], { run: true, object: 'account' }), 'imports', 1);
    await limit({ imports: null });
  });

  it('hold for requests, with when to come again', async () => {
    await limit({ requests: 5 });
    const answers: Answer[] = [];
    for (let n = 0; n < 7; n++) answers.push(await product.ask('GET', '/api/me'));
    const last = answers.at(-1) as Answer;
    refused(last, 'requests', 5, 429);
    assert.ok(Number(last.headers['retry-after']) >= 1);
    // Who is not known asks on his own account.
    assert.equal((await product.as({})('GET', '/api/setup')).status, 200);
    await product.pool.query(`update guanxi.workspace set limits = '{}'`);
  });
});
