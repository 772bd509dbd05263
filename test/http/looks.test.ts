import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from './product.ts';

describe('what changed since somebody looked last', () => {
  let product: Product;
  let wei: Asking & { id: string };
  let min: Asking & { id: string };
  let account = '';
  let unrelated = '';

  const changes = async (who: Asking) => (await who('GET', '/api/looks')).body.changes;
  const look = async (who: Asking, id = account) => {
    const { status, body } = await who('POST', `/api/looks/account/${id}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.since;
  };
  const change = async (who: Asking, values: object, id = account) => {
    const { status, body } = await who('PATCH', `/api/records/account/${id}`, values);
    assert.equal(status, 200, JSON.stringify(body));
  };
  /** As if all looks had been this long ago. */
  const pass = (minutes: number) =>
    product.pool.query(
      'update ws_main.look set at = at - make_interval(mins => $1), since = since - make_interval(mins => $1)',
      [minutes],
    );

  before(async () => {
    product = await startProduct();
    const roles = ['salesManager'];
    wei = await product.colleague({ name: '李薇', email: 'wei@hengyue.example', roles });
    min = await product.colleague({
      name: '周敏',
      email: 'min@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const make = async (name: string, owner: string) =>
      (await product.ask('POST', '/api/records/account', { name, owner })).body.id;
    account = await make('远航物流', min.id);
    unrelated = await make('恒力重工', min.id);
  });

  it('is nothing before he has looked, and nothing that he did himself', async () => {
    assert.equal(await look(min), null);
    await change(min, { phone: '021-55551234' });
    await change(product.ask, { phone: '021-55550000' }, unrelated);
    assert.deepEqual(await changes(min), []);
  });

  it('is told with who did it, which fields have other values, and what was put down about it', async () => {
    await change(product.ask, { phone: '021-66668888', website: 'https://yuanhang.example' });
    await change(product.ask, { phone: '021-66669999' });
    const regarding = { object: 'account', id: account };
    await product.ask('POST', '/api/records/note', { body: '<p>改到下周二</p>', regarding });
    const [told, ...others] = await changes(min);
    assert.deepEqual(others, []);
    assert.deepEqual(told.record, { id: account, name: '远航物流' });
    assert.deepEqual([told.object, told.count, told.activities], ['account', 3, { note: 1 }]);
    assert.deepEqual(told.fields.toSorted(), ['电话', '网址'].toSorted());
    assert.ok(told.actor.name.length > 0);
    assert.ok(told.since < told.at);
  });

  it('is gone when he looks, which tells him since when it is new, and is the same look for ten minutes', async () => {
    await pass(60);
    const since = await look(min);
    assert.ok(since !== null && Date.parse(since) < Date.now() - 50 * 60_000, since);
    assert.equal(await look(min), since, 'what was new stays marked when the page is opened again');
    assert.deepEqual(await changes(min), []);
    await pass(11);
    assert.notEqual(await look(min), since);
  });

  it('tells nothing of fields and records that he may not see', async () => {
    const hide = { role: 'salesRepresentative', object: 'account', fields: { phone: 'hidden' } };
    const { body: right } = await product.ask('POST', '/api/records/roleRight', hide);
    await change(product.ask, { phone: '021-77770000' });
    assert.deepEqual(await changes(min), []);
    await product.ask('DELETE', `/api/records/roleRight/${right.id}`);
    assert.equal((await changes(min)).length, 1);
    await change(product.ask, { owner: wei.id });
    assert.deepEqual(await changes(min), []);
    assert.equal((await min('POST', `/api/looks/account/${account}`)).status, 404);
    await change(product.ask, { owner: min.id });
  });

  it('can all be taken for seen', async () => {
    assert.ok((await changes(min)).length > 0);
    assert.equal((await min('POST', '/api/looks/seen')).status, 204);
    assert.deepEqual(await changes(min), []);
  });

  it('is not noted for whoever acts in another’s name', async () => {
    await change(product.ask, { phone: '021-88880000' });
    assert.equal((await changes(min)).length, 1);
    const reason = '排查工单 2041';
    const begun = await product.ask('POST', `/api/people/${min.id}/impersonation`, { reason });
    const cookies = [begun.headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0]);
    const acting = product.as({ cookie: cookies.join('; ') });
    assert.equal((await changes(acting)).length, 1);
    assert.equal(await look(acting), null);
    assert.equal((await acting('POST', '/api/looks/seen')).status, 204);
    assert.equal((await changes(min)).length, 1);
  });
});
