import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { openTable } from '#engine/import-export/reading/open-table.ts';
import { type Product, startProduct } from './product.ts';

describe('exports', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
    const [, second] = [
      await product.ask('POST', '/api/records/account', { name: '=HYPERLINK("x")', industry: 'energy' }),
      await product.ask('POST', '/api/records/account', {
        name: '宁波东海"水产" 有限公司',
        annualRevenue: { amount: '1250000.50', currency: 'CNY' },
        address: { street: '海曙路 1 号', city: '宁波' },
      }),
    ];
    await product.ask('POST', '/api/records/contact', {
      lastName: '陆',
      firstName: '文博',
      account: second.body.id,
      email: 'lu@donghai.example',
    });
  });
  const get = async (url: string, ask = product.ask) => {
    const answer = await product.app.inject({ url, headers: ask.headers });
    return {
      status: answer.statusCode,
      body: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    };
  };

  it('write CSV that Excel opens, heads and choices in the language of the reader, formulas made harmless', async () => {
    const { body, headers } = await get(
      '/api/records/account/export?select=name,industry,annualRevenue,address&sort=createdAt',
    );
    assert.match(String(headers['content-disposition']), /account\.csv/);
    assert.equal(body.charCodeAt(0), 0xfeff);
    assert.deepEqual(parse(body, { bom: true }), [
      ['客户名称', '所属行业', '年营业额', '年营业额 (币种)', '地址'],
      [`'=HYPERLINK("x")`, '能源', '', '', ''],
      ['宁波东海"水产" 有限公司', '', '1250000.50', 'CNY', '宁波 海曙路 1 号'],
    ]);
  });

  it('tell references by name and keep to the list that was asked for', async () => {
    const where = encodeURIComponent(JSON.stringify({ email: { contains: 'donghai' } }));
    const { body } = await get(
      `/api/records/contact/export?select=name,account,email&headers=names&where=${where}`,
    );
    assert.deepEqual(parse(body, { bom: true }), [
      ['name', 'account', 'email'],
      ['陆文博', '宁波东海"水产" 有限公司', 'lu@donghai.example'],
    ]);
  });

  it('write XLSX that reads back', async () => {
    const { bytes } = await get(
      '/api/records/account/export?format=xlsx&select=name,annualRevenue&sort=-name',
    );
    const table = await openTable({ name: 'account.xlsx', bytes });
    assert.deepEqual(table.header, ['客户名称', '年营业额', '年营业额 (币种)']);
    assert.ok(table.sample.some(({ cells }) => cells.join().includes('1250000.5')));
    await table.close();
  });

  it('hold no more than the reader may see, and refuse nonsense', async () => {
    const wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    assert.equal(parse((await get('/api/records/account/export', wei)).body, { bom: true }).length, 1);
    assert.equal((await get('/api/records/account/export?format=pdf')).status, 422);
    assert.equal((await get('/api/records/ship/export')).status, 404);
  });
});
