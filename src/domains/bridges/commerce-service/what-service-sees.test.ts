import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';

describe('a service agent and a customer’s business', () => {
  let product: Product;
  let admin: Asking;
  let agent: Asking & { id: string };
  let account: string;
  let order: string;

  const make = async (object: string, values: object): Promise<string> => {
    const answer = await admin('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  };
  const run = (ask: Asking, action: string, id: string, input: object = {}) =>
    ask('POST', `/api/actions/${action}`, { id, input });

  before(async () => {
    product = await startProduct();
    admin = product.ask;
    agent = await product.colleague({
      name: '高飞',
      email: 'gaofei@hengyue.example',
      roles: ['serviceAgent'],
    });
    account = await make('account', { name: '云帆物流' });
    const item = await make('product', { name: 'S2 振动传感器', price: '1260' });
    order = await make('order', { account });
    await make('orderLine', { order, product: item, quantity: '4', unitPrice: '1260' });
    for (const action of ['placeOrder', 'deliverOrder', 'invoiceOrder'])
      assert.equal((await run(admin, `commerce.${action}`, order)).status, 200);
  });

  it('CUS-06 sees what was ordered and what the customer owns, and no amount anywhere', async () => {
    const seen = (await agent('GET', `/api/records/order/${order}`)).body;
    assert.equal(seen.status, 'delivered');
    for (const name of ['net', 'tax', 'amount', 'invoiced']) assert.ok(!(name in seen), name);
    const [asset] = (await agent('GET', `/api/records/asset?where={"account":"${account}"}`)).body.records;
    assert.equal(asset.owned, '4.00');
    for (const object of ['invoice', 'payment', 'return', 'ledgerEntry', 'quote', 'opportunity'])
      assert.equal((await agent('GET', `/api/records/${object}`)).status, 403, object);
  });

  it('CUS-06 is shown no balance, rather than a balance of nothing', async () => {
    const whole = (await agent('GET', `/api/records/account/${account}`)).body;
    const amounts = ['openBalance', 'overdueAmount', 'invoicedThisYear', 'openAmount', 'wonAmount'];
    for (const name of [...amounts, 'orderedLastYear', 'monetaryScore', 'valueScore'])
      assert.ok(!(name in whole), name);
    assert.deepEqual([whole.orderCount, whole.holdings, whole.openCases], [1, 1, 0]);
    const { recencyScore, frequencyScore, monetaryScore, valueScore } = (
      await admin('GET', `/api/records/account/${account}`)
    ).body;
    assert.deepEqual([recencyScore, frequencyScore, monetaryScore, valueScore], ['5', '1', '1', '7']);
    const sorted = await agent('GET', '/api/records/account?sort=-openBalance');
    assert.equal(sorted.status, 422, 'nor can it be told from the order of a list');
    const { objects } = (await agent('GET', '/api/meta')).body;
    const meta = objects.find(({ name }: { name: string }) => name === 'account');
    assert.ok(!meta.page.highlights.includes('openBalance'));
    assert.ok(meta.page.highlights.includes('churnRisk'));
  });

  it('CUS-05 one customer for all: a case opened by service is seen by sales and counts for the whole group', async () => {
    const sales = await product.colleague({
      name: '李薇',
      email: 'liwei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const branch = await make('account', { name: '云帆物流华东', parent: account, owner: sales.id });
    const values = { subject: '传感器误报', account: branch, kind: 'complaint' };
    const opened = (await agent('POST', '/api/records/case', values)).body;
    assert.match(opened.number, /^C-\d{4}-00001$/);
    assert.equal((await sales('GET', `/api/records/case/${opened.id}`)).body.account, branch);
    assert.equal((await admin('GET', `/api/records/account/${account}`)).body.openCases, 1, 'CUS-01');
    assert.equal((await sales('GET', `/api/records/account/${branch}`)).body.openComplaints, 1);
    assert.equal((await run(agent, 'service.takeCase', opened.id)).status, 200);
    const resolution = '已更换固件，恢复正常。';
    assert.equal((await run(agent, 'service.resolveCase', opened.id, { resolution })).status, 200);
    assert.equal((await admin('GET', `/api/records/account/${account}`)).body.openCases, 0);
  });
});
