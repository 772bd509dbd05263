import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { bring, counts, settled, start } from './importing.ts';
import type { Product } from './product.ts';

type Json = ReturnType<JSON['parse']>;

describe('taking an import back', () => {
  let product: Product;
  before(async () => {
    product = await start();
  });
  const list = async (object: string, where: object): Promise<Json[]> => {
    const condition = encodeURIComponent(JSON.stringify(where));
    return (await product.ask('GET', `/api/records/${object}?where=${condition}`)).body.records;
  };
  const run = async (name: string, text: string, wishes: object = {}) => {
    const answer = await bring(product.ask, [[name, Buffer.from(text)]], { run: true, ...wishes });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return settled(product.ask, answer.body.id);
  };
  const takeBack = async (id: string) => {
    assert.equal((await product.ask('POST', `/api/imports/${id}/rollback`)).status, 200);
    return settled(product.ask, id);
  };
  const columns = (...pairs: readonly [column: string, field: string, more?: object][]) =>
    pairs.map(([column, field, more]) => ({ column, field, ...more }));

  it('CUS-15 also takes back the records that were made because rows named them', async () => {
    const mapping = columns(['联系人', 'name'], ['公司', 'account', { createMissing: true }]);
    const text = '联系人,公司\n苏雨桐,嘉陵机床\n韩子墨,嘉陵机床\n顾清扬,岷江电子\n';
    const job = await run('联系人.csv', text, {
      files: [{ name: '联系人.csv', object: 'contact', mapping }],
    });
    assert.deepEqual(counts(job.files[0]), { created: 3, updated: 0, skipped: 0, failed: 0 });
    const made = { name: { in: ['嘉陵机床', '岷江电子'] } };
    const [kept] = await list('account', { name: '岷江电子' });
    assert.equal((await list('account', made)).length, 2);
    await product.ask('PATCH', `/api/records/account/${kept?.id}`, { employees: 12 });
    const back = await takeBack(job.id);
    assert.deepEqual([back.state, back.files[0].kept], ['rolledBack', 1]);
    assert.deepEqual(
      (await list('account', made)).map(({ name }) => name),
      ['岷江电子'],
    );
    assert.deepEqual(await list('contact', { name: '苏雨桐' }), []);
  });

  it('CUS-15 gives a changed record the superior back that it had', async () => {
    await run('a.csv', '客户名称,上级客户\n青城集团,\n峨眉集团,\n青城软件,青城集团\n');
    const moved = await run('b.csv', '客户名称,上级客户\n青城软件,峨眉集团\n', {
      options: { duplicates: 'update' },
    });
    assert.equal(moved.files[0].updated, 1);
    const parentOf = async (name: string) => (await list('account', { name }))[0]?.parent;
    const idOf = async (name: string) => (await list('account', { name }))[0]?.id;
    assert.equal(await parentOf('青城软件'), await idOf('峨眉集团'));
    assert.equal((await takeBack(moved.id)).files[0].kept, 0);
    assert.equal(await parentOf('青城软件'), await idOf('青城集团'));
  });

  it('CUS-15 leaves what others have come to depend on, and says how many', async () => {
    const job = await run('产品.csv', '产品名称,价格\n激光测距仪,3200\n红外热像仪,18000\n', {
      files: [
        { name: '产品.csv', object: 'product', mapping: columns(['产品名称', 'name'], ['价格', 'price']) },
      ],
    });
    const [inUse] = await list('product', { name: '激光测距仪' });
    const deal = await product.ask('POST', '/api/records/opportunity', { name: '隧道测量' });
    assert.equal(deal.status, 201, JSON.stringify(deal.body));
    const line = await product.ask('POST', '/api/records/opportunityLine', {
      ...{ opportunity: deal.body.id, product: inUse?.id },
      ...{ quantity: '2', unitPrice: '3200' },
    });
    assert.equal(line.status, 201, JSON.stringify(line.body));
    assert.equal((await takeBack(job.id)).files[0].kept, 1);
    const left = await list('product', { name: { in: ['激光测距仪', '红外热像仪'] } });
    assert.deepEqual(
      left.map(({ name }) => name),
      ['激光测距仪'],
    );
  });

  it('CUS-15 does not choose among records that are called the same, nor make a third', async () => {
    for (let count = 0; count < 2; count++)
      await product.ask('POST', '/api/records/contact', { name: '欧阳明月' });
    const changed = await run('c.csv', '联系人,职务\n欧阳明月,厂长\n', {
      options: { duplicates: 'update' },
      files: [
        {
          ...{ name: 'c.csv', object: 'contact', matchBy: 'name' },
          mapping: columns(['联系人', 'name'], ['职务', 'title']),
        },
      ],
    });
    assert.equal(changed.files[0].report.errors[0].code, 'severalMatch');
    const referring = await run('d.csv', '联系人,汇报\n陶渊,欧阳明月\n', {
      files: [
        {
          ...{ name: 'd.csv', object: 'contact' },
          mapping: columns(['联系人', 'name'], ['汇报', 'reportsTo', { createMissing: true }]),
        },
      ],
    });
    assert.equal(referring.files[0].report.errors[0].code, 'severalMatch');
    assert.equal((await list('contact', { name: '欧阳明月' })).length, 2);
  });

  it('CUS-15 finds a record by its address however that is written', async () => {
    const mapping = columns(['姓名', 'name'], ['邮箱', 'email']);
    const files = [{ name: 'e.csv', object: 'contact', matchBy: 'email', mapping }];
    await run('e.csv', '姓名,邮箱\n邵一鸣,shao@Minjiang.example\n', { files });
    const again = await run('e.csv', '姓名,邮箱\n邵一鸣,mailto:shao@MINJIANG.example\n', { files });
    assert.deepEqual(counts(again.files[0]), { created: 0, updated: 0, skipped: 1, failed: 0 });
  });

  it('refuses to find records by what is no text of theirs', async () => {
    for (const matchBy of ['nonsense', 'annualRevenue', 'parent']) {
      const answer = await bring(product.ask, [['f.csv', Buffer.from('客户名称\n晴川阁\n')]], {
        files: [{ name: 'f.csv', object: 'account', matchBy }],
      });
      assert.deepEqual([answer.status, answer.body.errors?.[0]?.code], [422, 'notForFinding'], matchBy);
    }
  });
});
