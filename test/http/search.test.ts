import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Asking, type Product, startProduct } from './product.ts';

describe('search', () => {
  let product: Product;
  let wei: Asking & { id: string };

  before(async () => {
    product = await startProduct();
    wei = await product.colleague({
      name: '王磊',
      email: 'lei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const account = await product.ask('POST', '/api/records/account', { name: '苏州衡力精密机械有限公司' });
    const people = [
      { lastName: '张', firstName: '伟', mobile: '+86 138-0013-8000', account: account.body.id },
      { lastName: '张', firstName: '伟民', email: 'weimin@hengli.example' },
      { lastName: 'Müller', firstName: 'Jürgen', email: 'j.mueller@nord.example' },
      { lastName: '单', firstName: '雪' },
    ];
    const made = await product.ask('POST', '/api/records/contact', people);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await product.ask('POST', '/api/records/opportunity', {
      name: '张江工厂数控改造',
      account: account.body.id,
    });
  });
  const search = async (q: string, ask: Asking = product.ask) => {
    const { status, body } = await ask('GET', `/api/search?q=${encodeURIComponent(q)}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.results as { object: string; name: string; detail: string; score: number }[];
  };
  const names = async (q: string) => (await search(q)).map(({ name }) => name);

  for (const q of [
    '张',
    '张伟',
    'zhangwei',
    'ZhangWei',
    'zw',
    'zhang w',
    '138-0013-8000',
    '0013',
    '13800138000',
    '＋８６１３８００１３８０００',
  ]) {
    it(`finds 张伟 by ${q}`, async () =>
      assert.ok((await names(q)).includes('张伟'), JSON.stringify(await names(q))));
  }

  it('finds a surname by the way it is read as a surname', async () => {
    assert.deepEqual(await names('shanxue'), ['单雪']);
  });

  it('does not mind case, accents and full-width forms', async () => {
    for (const q of ['muller', 'MÜLLER', 'ｍｕｌｌｅｒ', 'jürgen mül'])
      assert.ok(
        (await names(q)).some((name) => name.includes('Müller')),
        q,
      );
  });

  it('puts the name itself first, then names that begin so, then the rest, across objects', async () => {
    const found = await search('张伟');
    assert.deepEqual(
      found.map(({ name, score }) => [name, score]),
      [
        ['张伟', 3],
        ['张伟民', 2],
      ],
    );
    assert.equal(found[0]?.detail, '苏州衡力精密机械有限公司');
    assert.deepEqual(
      new Set((await search('张')).map(({ object }) => object)),
      new Set(['contact', 'opportunity']),
    );
  });

  it('limits to objects and to a number', async () => {
    const { body } = await product.ask('GET', '/api/search?q=zhang&objects=opportunity&limit=1');
    assert.deepEqual(
      body.results.map(({ name }: { name: string }) => name),
      ['张江工厂数控改造'],
    );
    const refused = await product.ask('GET', '/api/search?q=zhang&limit=0');
    assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'limit']);
  });

  it('shows nobody what he may not see', async () => {
    assert.deepEqual(await search('zhangwei', wei), []);
    await wei('POST', '/api/records/contact', { lastName: '张', firstName: '薇' });
    assert.deepEqual(
      (await search('zhangwei', wei)).map(({ name }) => name),
      ['张薇'],
    );
  });

  it('answers whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (q) => {
        const { status } = await product.ask('GET', `/api/search?q=${encodeURIComponent(q.toWellFormed())}`);
        assert.ok(status === 200 || (status === 422 && q.includes('\0')), `${JSON.stringify(q)}: ${status}`);
      }),
      { numRuns: 60, examples: [["'"], ['\\'], [':*&|!'], ['<->'], [' '], ['a & b'], ['%_'], ['\0']] },
    );
  });
});
