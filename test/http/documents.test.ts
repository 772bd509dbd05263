import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
import { type Asking, type Product, startProduct } from './product.ts';

const root = mkdtempSync(join(tmpdir(), 'guanxi-documents-'));
// After the product has ended, which goes on reading until then.
after(() => rmSync(root, { recursive: true }));

describe('CUS-21 files on records', () => {
  let product: Product;
  let url = '';
  let wei: Asking & { id: string };
  let emma: Asking & { id: string };
  let account = '';

  before(async () => {
    product = await startProduct({ files: { store: folderStore(root), limit: 1024 * 1024 } });
    const roles = ['salesRepresentative'];
    wei = await product.colleague({ name: '张伟', email: 'wei@hengyue.example', roles });
    emma = await product.colleague({ name: 'Emma Clarke', email: 'emma@hengyue.example', roles });
    url = await product.app.listen({ port: 0, host: '127.0.0.1' });
    account = await accountOf(wei, '恒达机械');
  });

  async function accountOf(who: Asking, name: string): Promise<string> {
    return (await who('POST', '/api/records/account', { name })).body.id;
  }
  async function stored(who: Asking, name: string, content: string): Promise<{ id: string }> {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const answer = await fetch(`${url}/api/files`, { method: 'POST', headers: who.headers, body: form });
    return ((await answer.json()) as [{ id: string }])[0];
  }
  async function put(who: Asking, name: string, content: string, about = { object: 'account', id: account }) {
    return who('POST', '/api/records/document', {
      regarding: about,
      content: [await stored(who, name, content)],
    });
  }
  /** A deal of the administrator's, which representatives do not see. */
  async function hiddenDeal() {
    const { body } = await product.ask('POST', '/api/records/opportunity', { name: '数控改造', account });
    return { object: 'opportunity', id: body.id as string };
  }
  async function bring(who: Asking, id: string, content: string, remark?: string) {
    const input = { content: [await stored(who, '报价.txt', content)], remark };
    return who('POST', '/api/actions/activities.bringVersion', { id, input });
  }
  const text = async (who: Asking, id: string) => {
    const answer = await fetch(`${url}/api/files/${id}`, { headers: who.headers });
    return answer.status === 200 ? answer.text() : answer.status;
  };
  const formerOf = async (who: Asking, document: string) => {
    const where = encodeURIComponent(JSON.stringify({ document }));
    const { body } = await who('GET', `/api/records/documentVersion?where=${where}`);
    return body.records;
  };

  it('a file is put on a record under its own name, and whoever sees the record has it', async () => {
    const { status, body } = await put(wei, '报价.txt', '一');
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual([body.name, body.number, body.author], ['报价.txt', 1, wei.id]);
    const lacks = await wei('POST', '/api/records/document', {
      regarding: { object: 'account', id: account },
      content: [],
    });
    assert.deepEqual([lacks.status, lacks.body.errors[0].field], [422, 'content']);
    const hidden = await put(product.ask, '机密.txt', '密', await hiddenDeal());
    assert.equal((await emma('GET', `/api/records/document/${hidden.body.id}`)).status, 404);
    assert.equal(await text(emma, hidden.body.content[0].id), 404);
    assert.equal((await emma('GET', `/api/files/${hidden.body.content[0].id}/text`)).status, 404);
    const blind = await emma('POST', '/api/records/document', {
      ...{ regarding: hidden.body.regarding, content: [await stored(emma, '甲.txt', '甲')] },
    });
    assert.deepEqual([blind.status, blind.body.errors[0].field], [422, 'regarding']);
  });

  it('versions: each stays with who, when and why; two brought at once are both kept, in order', async () => {
    const { body } = await put(wei, '报价.txt', '一');
    assert.equal((await bring(wei, body.id, '二', '折扣 5%')).status, 200);
    const both = await Promise.all([bring(wei, body.id, '三'), bring(product.ask, body.id, '四')]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    const now = (await wei('GET', `/api/records/document/${body.id}`)).body;
    const former = await formerOf(wei, body.id);
    assert.deepEqual([now.number, ...former.map((each: { number: number }) => each.number)], [4, 3, 2, 1]);
    assert.deepEqual([former[1].remark, former[1].author], ['折扣 5%', wei.id]);
    const texts = [];
    for (const { content } of [now, ...former]) texts.push(await text(wei, content[0].id));
    assert.deepEqual(texts.slice(2), ['二', '一']);
    assert.deepEqual(texts.slice(0, 2).toSorted(), ['三', '四']);

    const again = await wei('POST', '/api/actions/activities.restoreVersion', {
      id: body.id,
      input: { number: 1 },
    });
    assert.equal(again.status, 200, JSON.stringify(again.body));
    const restored = (await wei('GET', `/api/records/document/${body.id}`)).body;
    assert.deepEqual([restored.number, await text(wei, restored.content[0].id)], [5, '一']);
    const none = await wei('POST', '/api/actions/activities.restoreVersion', {
      id: body.id,
      input: { number: 9 },
    });
    assert.deepEqual([none.status, none.body.errors[0].field], [422, 'number']);
    const { entries } = (await wei('GET', `/api/records/account/${account}/timeline`)).body;
    const told = entries.filter((entry: { record: { id: string } }) => entry.record.id === body.id);
    assert.deepEqual(
      told.map((entry: { kind: string }) => entry.kind),
      ['activities.restoreVersion', ...Array(3).fill('activities.bringVersion'), 'created'],
    );
  });

  it('no file is written over by hand, and no former version made or changed', async () => {
    const { body } = await put(wei, '报价.txt', '一');
    const content = [await stored(wei, '报价.txt', '二')];
    const over = await wei('PATCH', `/api/records/document/${body.id}`, { content });
    assert.deepEqual([over.status, over.body.errors[0].code], [422, 'newVersion']);
    const own = { document: body.id, number: 7, content };
    assert.equal((await wei('POST', '/api/records/documentVersion', own)).status, 403);
    assert.equal((await wei('PATCH', `/api/records/document/${body.id}`, { number: 7 })).status, 422);
  });

  it('goes to the bin with all its versions and comes back whole', async () => {
    const { body } = await put(wei, '报价.txt', '一');
    await bring(wei, body.id, '二');
    const [former] = await formerOf(wei, body.id);
    assert.equal((await wei('DELETE', `/api/records/document/${body.id}`)).status, 204);
    assert.deepEqual(await formerOf(wei, body.id), []);
    assert.equal(await text(emma, former.content[0].id), 404);
    assert.equal((await wei('POST', `/api/records/document/${body.id}/restore`)).status, 200);
    const [back] = await formerOf(wei, body.id);
    assert.equal(await text(wei, back.content[0].id), '一');
  });

  it('is found by what is written in it, by those alone who see its record, and no longer once it is in the bin', async () => {
    const deal = await hiddenDeal();
    const clauses = `${'前言\n'.repeat(300)}违约金按日万分之五计算`;
    const { body } = await put(product.ask, '协议.txt', clauses, deal);
    await product.ask('GET', `/api/files/${body.content[0].id}/text`);
    const found = async (who: Asking) =>
      (await who('GET', `/api/search?q=${encodeURIComponent('违约金')}`)).body.results as {
        id: string;
        file: { id: string; snippet: string };
      }[];
    const [hit] = await found(product.ask);
    assert.deepEqual([hit?.id, hit?.file.id], [body.id, body.content[0].id]);
    assert.match(hit?.file.snippet ?? '', /违约金按日/);
    assert.deepEqual(await found(emma), []);
    await product.ask('PATCH', `/api/records/opportunity/${deal.id}`, { owner: emma.id });
    assert.equal((await found(emma))[0]?.id, body.id);
    await product.ask('DELETE', `/api/records/document/${body.id}`);
    assert.deepEqual(await found(product.ask), []);
  });

  it('PIPL the erasure of a person takes the files about him, in every version', async () => {
    const contact = (await wei('POST', '/api/records/contact', { lastName: '陈', firstName: '思雨' })).body
      .id;
    const values = {
      regarding: { object: 'contact', id: contact },
      content: [await stored(wei, '身份证.txt', '一')],
    };
    const { body } = await wei('POST', '/api/records/document', values);
    await bring(wei, body.id, '二');
    const [former] = await formerOf(wei, body.id);
    const erased = await product.ask('POST', `/api/records/contact/${contact}/erasure`, {
      reason: '本人要求',
    });
    assert.equal(erased.status, 200, JSON.stringify(erased.body));
    const [left] = await formerOf(product.ask, body.id);
    assert.deepEqual([left.content, left.name], [null, null]);
    assert.equal(await text(emma, former.content[0].id), 404);
    const { rows } = await product.pool.query(
      'select count(*) from ws_main.event where record = $1 and changes::text like $2',
      [former.id, `%${former.content[0].id}%`],
    );
    assert.equal(rows[0].count, '0');
  });
});
