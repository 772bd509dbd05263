import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Product, startProduct } from './product.ts';

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
