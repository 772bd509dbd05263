import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { museum } from '#test/specimens/specimens.ts';
import { statementsOn } from './noted-statements.ts';
import { type Asking, type Product, startProduct } from './product.ts';

/** Rights, joined names and totals are part of the one statement that reads, whoever asks. */
describe('statements for one request', () => {
  let product: Product;
  let guide: Asking & { id: string };
  let id = '';
  let run: string[] = [];

  before(async () => {
    product = await startProduct({ more: [museum] });
    const { ask } = product;
    guide = await product.colleague({ name: '韩梅', email: 'han@hengyue.example', roles: [] });
    // Roles of the museum are no choice of a person's field; the policy asks for no more than the name.
    await product.pool.query(`update ws_main."user" set roles = array['guide'] where id = $1`, [guide.id]);
    const cabinet = (await ask('POST', '/api/records/cabinet', { name: '东厅', keeper: guide.id })).body.id;
    const made = await ask(
      'POST',
      '/api/records/specimen',
      Array.from({ length: 50 }, (_, index) => ({
        name: `竹简 ${index}`,
        cabinet,
        finder: guide.id,
        price: index,
      })),
    );
    id = made.body.records[0].id;
    run = statementsOn(product.serving, /"ws_main"\."(specimen|cabinet)"/);
  });

  async function count(most: number, ...[method, url, payload]: Parameters<Asking>): Promise<void> {
    for (const ask of [product.ask, guide]) {
      run.length = 0;
      const { status, body } = await ask(method, url, payload);
      if (ask === guide && status === 403) continue;
      assert.ok(status < 300, JSON.stringify(body));
      assert.ok(run.length > 0 && run.length <= most, `${method} ${url}: ${run.length}\n${run.join('\n')}`);
    }
  }

  it('a list with joined names, rights and total takes one', () =>
    count(
      1,
      'GET',
      '/api/records/specimen?select=name,cabinet.name,finder.name,title&count=true&sort=-found',
    ));
  it('a filtered page takes one', () =>
    count(1, 'GET', '/api/records/specimen?where={"cabinet.name":{"contains":"东"}}&q=zhujian&limit=5'));
  it('a record takes one', () => count(1, 'GET', `/api/records/specimen/${id}`));
  it('a customer takes one, in which its orders are looked through once, whatever is reckoned of them', async () => {
    const about = statementsOn(product.serving, /from "ws_main"\."order"/);
    const { body } = await product.ask('POST', '/api/records/account', { name: '洛阳轴承' });
    about.length = 0;
    const { body: account } = await product.ask('GET', `/api/records/account/${body.id}`);
    assert.deepEqual([account.orderCount, account.ordersLastYear, account.lastOrderOn], [0, 0, null]);
    assert.equal(about.length, 1);
    assert.equal(about[0]?.match(/from "ws_main"\."order"/g)?.length, 1);
  });
  it('groups with sums take one', () =>
    count(
      1,
      'GET',
      '/api/records/specimen/aggregate?groupBy=cabinet.name,found.month&measures=count,sum(pieces)',
    ));
  it('a search takes one', () => count(1, 'GET', '/api/search?q=zhujian&objects=specimen'));
  it('a timeline takes two, however long it is', () =>
    count(2, 'GET', `/api/records/specimen/${id}/timeline`));
  it('a creation takes one, with its entry in the log', () =>
    count(1, 'POST', '/api/records/specimen', { name: '木牍' }));
  it('a thousand creations take one', () =>
    count(1, 'POST', '/api/records/specimen', Array(1000).fill({ name: '残简' })));
  it('a change takes two: what was, and what is', async () => {
    await count(2, 'PATCH', `/api/records/specimen/${id}`, { description: `看过 ${Date.now()}` });
  });
});
