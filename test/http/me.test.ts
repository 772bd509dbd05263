import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Meta } from '#kernel/meta.ts';
import { type Asking, type Product, startProduct } from './product.ts';

const objectIn = ({ objects }: Meta, name: string) => {
  const found = objects.find((object) => object.name === name);
  assert.ok(found, name);
  return found;
};

describe('/api/me', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });

  it('says who asks', async () => {
    const { status, body } = await product.ask('GET', '/api/me');
    assert.equal(status, 200);
    assert.deepEqual(
      { ...body, id: '' },
      {
        id: '',
        name: '林晓彤',
        email: 'lin@hengyue.example',
        locale: 'zh-CN',
        timeZone: 'Asia/Shanghai',
        workingTime: null,
        roles: ['administrator'],
        administrator: true,
      },
    );
    assert.equal((await product.as({})('GET', '/api/me')).status, 401);
  });

  it('is told what points to an object with the parts that it is made up of first', async () => {
    const { objects } = (await product.ask('GET', '/api/meta')).body;
    const related = (name: string): readonly { object: string }[] =>
      objects.find((object: { name: string }) => object.name === name).related;
    for (const [whole, part] of Object.entries({
      order: 'orderLine',
      invoice: 'invoiceLine',
      quote: 'quoteLine',
    }))
      assert.equal(related(whole)[0]?.object, part);
  });

  it('is told of the product by his own rights and in his own language, whoever asked before', async () => {
    const colleague = (name: string, email: string, role: string) =>
      product.colleague({ name, email, roles: [role] });
    const rui = await colleague('高睿', 'rui@hengyue.example', 'salesRepresentative');
    const min = await colleague('陆敏', 'min@hengyue.example', 'salesRepresentative');
    const ye = await colleague('叶青', 'ye@hengyue.example', 'marketer');
    await min('PATCH', '/api/me', { locale: 'en' });
    const told = async (ask: Asking) => (await ask('GET', '/api/meta')).body;
    for (const round of [1, 2]) {
      const [own, hers, his, theirs] = [
        await told(rui),
        await told(min),
        await told(ye),
        await told(product.ask),
      ];
      assert.deepEqual(
        [own, hers, his, theirs].map(({ user }) => user.name),
        ['高睿', '陆敏', '叶青', '林晓彤'],
        String(round),
      );
      const names = ({ objects }: Meta) => objects.map(({ name }) => name);
      assert.deepEqual(names(own), names(hers));
      assert.equal(objectIn(own, 'account').label, '客户');
      assert.equal(objectIn(hers, 'account').label, 'Account');
      assert.equal(objectIn(own, 'campaign').can.update, false);
      assert.ok(objectIn(his, 'campaign').can.update);
      assert.ok(names(theirs).length > names(own).length);
    }
    await min('PATCH', '/api/me', { locale: 'zh-CN' });
    const { user: _, ...same } = await told(min);
    const { user: __, ...asHis } = await told(rui);
    assert.deepEqual(same, asHis);
  });

  it('lets everybody choose language and time zone, and nothing else', async () => {
    const wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    assert.equal((await wei('PATCH', `/api/records/user/${wei.id}`, { locale: 'en' })).status, 403);
    const changed = await wei('PATCH', '/api/me', { locale: 'en', timeZone: 'Europe/London' });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.deepEqual([changed.body.locale, changed.body.timeZone], ['en', 'Europe/London']);
    const { user } = (await wei('GET', '/api/meta')).body;
    assert.deepEqual([user.locale, user.timeZone], ['en', 'Europe/London']);
    const refused = await wei('PATCH', '/api/me', {
      locale: 'tlh',
      timeZone: '+08:00',
      roles: ['administrator'],
    });
    assert.equal(refused.status, 422);
    assert.deepEqual(
      refused.body.errors.map((error: { field: string; code: string }) => [error.field, error.code]),
      [
        ['locale', 'notLocale'],
        ['timeZone', 'notTimeZone'],
        ['roles', 'unknownField'],
      ],
    );
    assert.equal((await wei('PATCH', '/api/me', ['en'])).status, 422);
  });

  it('does not lock out a person whose time zone was written wrongly', async () => {
    const { id } = (await product.ask('GET', '/api/me')).body;
    await product.ask('PATCH', `/api/records/user/${id}`, { timeZone: 'Mars/Olympus' });
    const url = '/api/records/team/aggregate?groupBy=createdAt.month&measures=count';
    assert.equal((await product.ask('GET', url)).status, 200);
    assert.equal((await product.ask('PATCH', '/api/me', { timeZone: 'Asia/Shanghai' })).status, 200);
  });
});
