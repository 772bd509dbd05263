import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from './product.ts';

describe('CUS-07 conditions on related records', () => {
  let product: Product;
  let li: Asking & { readonly id: string };
  const ids = new Map<string, string>();

  const make = async (object: string, values: object, ask = product.ask): Promise<string> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  const ask = (where: unknown, by = product.ask) =>
    by(
      'GET',
      `/api/records/account?select=name&sort=name&where=${encodeURIComponent(JSON.stringify(where))}`,
    );
  const found = async (where: unknown, by = product.ask): Promise<readonly string[]> => {
    const { status, body } = await ask(where, by);
    assert.equal(status, 200, JSON.stringify(body));
    return body.records.map(({ name }: { name: string }) => name);
  };
  const deals = (where: object, more: object = {}) => ({
    has: { object: 'opportunity', by: 'account', where, ...more },
  });
  const calls = (where: object) => ({ has: { object: 'call', by: 'regarding', where } });

  before(async () => {
    product = await startProduct();
    li = await product.colleague({
      ...{ name: '李薇', email: 'li@hengyue.example', roles: ['salesRepresentative'] },
    });
    for (const name of ['Aurora', 'Borealis', 'Cirrus'])
      ids.set(name, await make('account', { name, owner: li.id }));
    const deal = (account: string, amount: string, ask = product.ask) =>
      make(
        'opportunity',
        { name: `${account} ${amount}`, account: ids.get(account), amount, closeDate: '2026-12-31' },
        ask,
      );
    await deal('Aurora', '150000');
    await deal('Aurora', '20000');
    await deal('Borealis', '90000', li);
    await make('call', {
      ...{ subject: 'Hello', startedAt: new Date().toISOString() },
      regarding: { object: 'account', id: ids.get('Aurora') },
    });
  });

  it('find records to which others refer, none of which do, or so many', async () => {
    assert.deepEqual(await found(deals({})), ['Aurora', 'Borealis']);
    assert.deepEqual(await found(deals({ amount: { gt: '100000' } })), ['Aurora']);
    assert.deepEqual(await found({ not: deals({ amount: { gt: '100000' } }) }), ['Borealis', 'Cirrus']);
    assert.deepEqual(await found(deals({}, { atLeast: 2 })), ['Aurora']);
    assert.deepEqual(await found({ not: deals({}, { atLeast: 2 }) }), ['Borealis', 'Cirrus']);
  });

  it('ask of activities of any kind and of what lies within others', async () => {
    assert.deepEqual(await found(calls({ startedAt: { in: 'thisMonth' } })), ['Aurora']);
    const quiet = { not: { has: { object: 'touch', by: 'regarding', where: { at: { in: 'last14Days' } } } } };
    assert.deepEqual(await found({ and: [deals({}), quiet] }), ['Borealis']);
    const contact = await make('contact', { lastName: 'Zhang', account: ids.get('Cirrus') });
    await make('call', { subject: 'Deep', regarding: { object: 'contact', id: contact } });
    const within = { has: { object: 'contact', by: 'account', where: calls({}) } };
    assert.deepEqual(await found(within), ['Cirrus']);
  });

  it('count in totals, too', async () => {
    const where = encodeURIComponent(JSON.stringify({ not: deals({}) }));
    const { body } = await product.ask('GET', `/api/records/account/aggregate?measures=count&where=${where}`);
    assert.deepEqual(body.groups, [{ count: 1 }]);
  });

  it('tell nobody of records or fields that he may not see', async () => {
    assert.deepEqual(await found(deals({}), li), ['Borealis']);
    assert.deepEqual(await found({ not: deals({}) }, li), ['Aurora', 'Cirrus']);
    const alarm = { has: { object: 'accessAlarm', by: 'person' } };
    const path = `/api/records/user?where=${encodeURIComponent(JSON.stringify(alarm))}`;
    assert.equal((await product.ask('GET', path)).status, 200);
    const refused = await li('GET', path, undefined, { 'accept-language': 'zh-CN' });
    assert.deepEqual(
      [refused.status, refused.body.errors[0].field, refused.body.errors[0].message],
      [422, 'has', '没有这类记录通过该字段指向此处，或您无权查看'],
    );
  });

  it('say what is wrong with them, and where', async () => {
    const complaint = async (where: unknown) => {
      const { status, body } = await ask(where);
      assert.equal(status, 422, JSON.stringify(body));
      return body.errors[0].field;
    };
    assert.equal(await complaint({ has: { object: 'opportunity' } }), 'has');
    assert.equal(await complaint({ has: { object: 'opportunity', by: 'owner' } }), 'has');
    assert.equal(await complaint({ has: { object: 'product', by: 'account' } }), 'has');
    assert.equal(await complaint({ has: { object: 'opportunity', by: 'account', how: 1 } }), 'has');
    assert.equal(await complaint(deals({}, { atLeast: 0 })), 'has.atLeast');
    assert.equal(await complaint(deals({ colour: 'red' })), 'opportunity.colour');
    assert.equal(await complaint({ or: Array.from({ length: 11 }, () => deals({})) }), 'has');
  });
});
