import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Product, startProduct } from './product.ts';

describe('data quality', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });
  const create = async (object: string, values: object) => {
    const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const read = async (object: string, id: string) =>
    (await product.ask('GET', `/api/records/${object}/${id}`)).body;

  it('CUS-14 proposes a customer written with another legal form as a duplicate, and merges with everything that belongs to it', async () => {
    const kept = await create('account', { name: '苏州衡力精密机械有限公司', industry: 'manufacturing' });
    const double = await create('account', { name: '苏州衡力精密机械', phone: '0512-6808 1234' });
    const person = await create('contact', { lastName: '陆', firstName: '文博', account: double.id });
    const deal = await create('opportunity', { name: '数控机床采购', account: double.id });
    const call = await create('call', { subject: '询价', regarding: { object: 'account', id: double.id } });

    const { duplicates } = (await product.ask('GET', `/api/records/account/${kept.id}/duplicates`)).body;
    assert.deepEqual(
      duplicates.map(({ id }: { id: string }) => id),
      [double.id],
    );
    const warned = await product.ask('POST', '/api/duplicates/account', {
      name: '苏州衡力精密机械股份有限公司',
    });
    assert.equal(warned.body.duplicates.length, 2);

    const merged = await product.ask('POST', `/api/records/account/${kept.id}/merge`, {
      with: [double.id],
      values: { phone: '0512-6808 1234' },
    });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    assert.deepEqual([merged.body.industry, merged.body.phone], ['manufacturing', '0512-6808 1234']);
    assert.equal((await read('contact', person.id)).account, kept.id);
    assert.equal((await read('opportunity', deal.id)).account, kept.id);
    assert.equal((await read('call', call.id)).regarding.id, kept.id);

    const undone = await product.ask('POST', `/api/records/account/${kept.id}/unmerge`);
    assert.equal(undone.body.phone, null);
    assert.equal((await read('contact', person.id)).account, double.id);
  });

  it('CUS-14 says how complete a record is', async () => {
    const bare = await create('account', { name: '宁波东海渔业' });
    const filled = await create('account', {
      name: '宁波东海水产',
      industry: 'agriculture',
      employees: 42,
      email: 'info@donghai.example',
    });
    assert.ok(
      Number((await read('account', filled.id)).completeness) ===
        Number((await read('account', bare.id)).completeness) + 30,
    );
    const { body } = await product.ask(
      'GET',
      '/api/records/account?sort=completeness&select=name,completeness',
    );
    assert.equal(body.records[0].name, '宁波东海渔业');
  });

  it('CUS-14 a representative is not told of customers that he may not see, and cannot merge them', async () => {
    const hidden = await create('account', { name: '成都天府软件园有限公司' });
    const wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const own = await wei('POST', '/api/records/account', { name: '成都天府软件园' });
    const seen = await wei('GET', `/api/records/account/${own.body.id}/duplicates`);
    assert.deepEqual(seen.body.duplicates, []);
    const forced = await wei('POST', `/api/records/account/${own.body.id}/merge`, { with: [hidden.id] });
    assert.equal(forced.status, 404);
  });

  it('CUS-16 hands everything that a colleague owns to another in one action, with its history', async () => {
    const na = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const min = await product.colleague({
      name: '王敏',
      email: 'min@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const customer = (await na('POST', '/api/records/account', { name: '杭州云帆物流' })).body;
    const task = (await na('POST', '/api/records/task', { subject: '回访' })).body;
    const refused = await na('POST', '/api/actions/administration.handOver', {
      id: na.id,
      input: { to: min.id },
    });
    assert.equal(refused.status, 403);
    const moved = await product.ask('POST', '/api/actions/administration.handOver', {
      id: na.id,
      input: { to: min.id },
    });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    assert.deepEqual(
      [(await read('account', customer.id)).owner, (await read('task', task.id)).owner],
      [min.id, min.id],
    );
    assert.equal((await read('user', na.id)).active, false);
    assert.equal((await na('GET', '/api/me')).status, 401);
    assert.equal((await min('GET', `/api/records/account/${customer.id}`)).status, 200);
  });
});
