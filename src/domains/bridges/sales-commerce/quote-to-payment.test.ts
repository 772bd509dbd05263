import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('CUS-10 from the quote to the last payment', () => {
  let product: Product;
  let ask: Asking;
  let account: string;
  let sensor: string;
  let robot: string;

  const create = async (object: string, values: object): Promise<string> => {
    const answer = await ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  };
  const read = async (object: string, id: string) => (await ask('GET', `/api/records/${object}/${id}`)).body;
  const run = async (action: string, id: string, input: object = {}): Promise<string> => {
    const answer = await ask('POST', `/api/actions/${action}`, { id, input });
    assert.equal(answer.status, 200, `${action}: ${JSON.stringify(answer.body)}`);
    return answer.body.records[0].id;
  };
  const ledger = async () =>
    (await ask('GET', `/api/records/ledgerEntry?where={"account":"${account}"}&sort=date,createdAt`)).body
      .records;

  before(async () => {
    product = await startProduct();
    ask = product.ask;
    account = await create('account', { name: '云帆物流' });
    sensor = await create('product', { name: 'S2 振动传感器', price: yuan('1260') });
    robot = await create('product', { name: 'R6 六轴工业机器人', price: yuan('156000') });
  });

  let quote = '';
  let order = '';
  let invoice = '';

  it('adds the lines of a quote up, tax and discount to the cent', async () => {
    quote = await create('quote', { account, subject: '仓储改造' });
    assert.match((await read('quote', quote)).number, /^Q-\d{4}-00001$/);
    assert.equal((await read('quote', quote)).amount, null);
    await create('quoteLine', {
      quote,
      product: robot,
      quantity: '2',
      unitPrice: yuan('156000'),
      discount: '5',
      taxRate: '13',
    });
    const line = await create('quoteLine', {
      quote,
      product: sensor,
      quantity: '3',
      unitPrice: yuan('1260.55'),
      taxRate: '13',
    });
    const now = await read('quote', quote);
    assert.deepEqual(
      [now.net, now.tax, now.amount],
      [yuan('300181.65'), yuan('39023.61'), yuan('339205.26')],
    );
    await ask('PATCH', `/api/records/quoteLine/${line}`, { quantity: '1' });
    assert.deepEqual((await read('quote', quote)).amount, yuan('336356.42'));
    await ask('DELETE', `/api/records/quoteLine/${line}`);
    assert.deepEqual((await read('quote', quote)).amount, yuan('334932.00'));
    await ask('POST', `/api/records/quoteLine/${line}/restore`);
    assert.deepEqual((await read('quote', quote)).amount, yuan('336356.42'));
  });

  it('keeps a document in one currency', async () => {
    const unitPrice = { amount: '10', currency: 'USD' };
    await ask('PATCH', '/api/company', { currencies: { USD: '7' } });
    const answer = await ask('POST', '/api/records/quoteLine', { quote, product: sensor, unitPrice });
    assert.equal(answer.status, 422);
    assert.deepEqual(
      answer.body.errors.map(({ field }: { field: string }) => field),
      ['amount'],
    );
  });

  it('orders what was offered: accepted, ordered and placed in one step, once', async () => {
    await run('sales.sendQuote', quote, { validUntil: '2099-12-31' });
    const late = await ask('POST', '/api/records/quoteLine', {
      quote,
      product: sensor,
      unitPrice: yuan('1'),
    });
    assert.equal(late.status, 422, 'what has gone out is fixed');
    order = await run('salesCommerce.orderQuote', quote, { orderedOn: '2026-03-02' });
    assert.equal((await read('quote', quote)).status, 'accepted');
    const placed = await read('order', order);
    assert.deepEqual([placed.status, placed.amount, placed.quote], ['placed', yuan('336356.42'), quote]);
    const again = await ask('POST', '/api/actions/salesCommerce.orderQuote', { id: quote, input: {} });
    assert.equal(again.status, 422, JSON.stringify(again.body));
    const { count } = (await ask('GET', '/api/records/order?count=true')).body;
    assert.equal(count, 1, 'a refused order leaves nothing');
  });

  it('CUS-04 delivers: the customer owns what was delivered, at once', async () => {
    assert.equal((await read('account', account)).holdings, 0);
    await run('commerce.deliverOrder', order, { deliveredOn: '2026-03-20' });
    const { holdings, orderCount, lastOrderOn } = await read('account', account);
    assert.deepEqual([holdings, orderCount, lastOrderOn], [2, 1, '2026-03-02']);
  });

  it('bills the order and takes the money in parts, never more than is open', async () => {
    invoice = await run('commerce.invoiceOrder', order, { issuedOn: '2026-03-21' });
    let bill = await read('invoice', invoice);
    assert.deepEqual([bill.status, bill.dueOn, bill.open], ['issued', '2026-04-20', yuan('336356.42')]);
    assert.deepEqual((await read('order', order)).invoiced, yuan('336356.42'));
    await run('commerce.payInvoice', invoice, { amount: yuan('100000'), paidOn: '2026-04-01' });
    bill = await read('invoice', invoice);
    assert.deepEqual([bill.status, bill.paid, bill.open], ['issued', yuan('100000.00'), yuan('236356.42')]);
    const more = await ask('POST', '/api/actions/commerce.payInvoice', {
      id: invoice,
      input: { amount: '236356.43' },
    });
    assert.equal(more.status, 422);
    assert.match(JSON.stringify(more.body), /未结金额/);
    const cancelled = await ask('POST', '/api/actions/commerce.cancelInvoice', { id: invoice });
    assert.equal(cancelled.status, 409, 'what is paid in part cannot be taken back');
  });

  it('takes a return: fewer things owned, less to pay, no more than there is', async () => {
    const goods = await run('commerce.returnOrder', order);
    const lines = (await ask('GET', `/api/records/returnLine?where={"return":"${goods}"}`)).body.records;
    assert.equal(lines.length, 2);
    const [robots, sensors] = [robot, sensor].map((product) =>
      lines.find((line: { product: string }) => line.product === product),
    );
    await ask('DELETE', `/api/records/returnLine/${sensors.id}`);
    await ask('PATCH', `/api/records/returnLine/${robots.id}`, { quantity: '1' });
    await run('commerce.completeReturn', goods, { returnedOn: '2026-04-05' });
    const bill = await read('invoice', invoice);
    assert.deepEqual([bill.credited, bill.open], [yuan('167466.00'), yuan('68890.42')]);
    const asset = await read('asset', robots.asset);
    assert.deepEqual([asset.quantity, asset.returned, asset.owned], ['2.00', '1.00', '1.00']);
    const second = await run('commerce.returnOrder', order);
    const [again] = (
      await ask('GET', `/api/records/returnLine?where={"return":"${second}","product":"${robot}"}`)
    ).body.records;
    assert.equal(again.quantity, '1.00', 'what is left');
    await ask('PATCH', `/api/records/returnLine/${again.id}`, { quantity: '2' });
    const refused = await ask('POST', '/api/actions/commerce.completeReturn', { id: second, input: {} });
    assert.equal(refused.status, 422, JSON.stringify(refused.body));
    assert.equal((await read('return', second)).status, 'draft');
    await run('commerce.cancelReturn', second);
  });

  it('pays the rest: the ledger ends at nothing, and so does the account', async () => {
    await run('commerce.payInvoice', invoice, { paidOn: '2026-04-18' });
    const bill = await read('invoice', invoice);
    assert.deepEqual([bill.status, bill.open], ['paid', yuan('0.00')]);
    const entries = (await ledger()).filter(({ status }: { status: string }) => status !== 'cancelled');
    assert.deepEqual(
      entries.map(({ kind, effect }: { kind: string; effect: { amount: string } | null }) => [
        kind,
        effect?.amount ?? null,
      ]),
      [
        ['quote', null],
        ['order', null],
        ['invoice', '336356.42'],
        ['payment', '-100000.00'],
        ['return', '-167466.00'],
        ['payment', '-68890.42'],
      ].sort(([one], [other]) => (one === 'quote' ? 1 : other === 'quote' ? -1 : 0)),
    );
    const balances = (
      await ask(
        'GET',
        `/api/records/ledgerEntry?where={"account":"${account}","effect":{"isNull":false}}&select=balance&sort=date`,
      )
    ).body.records;
    assert.deepEqual(
      balances.map(({ balance }: { balance: { amount: string } }) => balance.amount),
      ['336356.42', '236356.42', '68890.42', '0.00'],
    );
    assert.equal((await read('account', account)).openBalance, '0.00');
  });

  it('opens the invoice again when a payment is recalled', async () => {
    const [payment] = (await ask('GET', `/api/records/payment?where={"invoice":"${invoice}"}&sort=-paidOn`))
      .body.records;
    await run('commerce.cancelPayment', payment.id);
    const bill = await read('invoice', invoice);
    assert.deepEqual([bill.status, bill.open], ['issued', yuan('68890.42')]);
    assert.equal((await read('account', account)).openBalance, '68890.42');
  });
});
