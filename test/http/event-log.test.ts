import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { museum } from '#test/specimens/specimens.ts';
import { type Product, startProduct } from './product.ts';

describe('the log of events', () => {
  let product: Product;
  before(async () => {
    product = await startProduct({ more: [museum] });
  });
  const rows = async (text: string, values: unknown[] = []) => (await product.pool.query(text, values)).rows;

  it('holds who did what when, with old and new, of every write', async () => {
    const { ask } = product;
    const { id } = (await ask('POST', '/api/records/specimen', { name: '铜钱', price: '12.5' })).body;
    await ask('PATCH', `/api/records/specimen/${id}`, { name: '开元通宝', price: '13' });
    await ask('DELETE', `/api/records/specimen/${id}`);
    await ask('POST', `/api/records/specimen/${id}/restore`);
    const log = await rows('select * from ws_main.event where record = $1 order by sequence', [id]);
    const me = (await ask('GET', '/api/me')).body.id;
    assert.deepEqual(
      log.map(({ kind, actor }) => [kind, actor]),
      ['created', 'updated', 'deleted', 'restored'].map((kind) => [kind, me]),
    );
    assert.deepEqual(log[1].changes.name, ['铜钱', '开元通宝']);
    assert.deepEqual(log[1].changes.price[1], { amount: '13.00', currency: 'CNY' });
  });

  it('commits with the change or not at all', async () => {
    await product.pool.query(`
      create function ws_main.no_room() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$;
      create trigger no_room before insert on ws_main.event for each row when (new.object = 'cabinet') execute function ws_main.no_room()`);
    const silent = console.error;
    console.error = () => undefined;
    const { status } = await product.ask('POST', '/api/records/cabinet', { name: '无处可记' });
    console.error = silent;
    assert.equal(status, 500);
    assert.deepEqual(await rows(`select 1 from ws_main.cabinet where name = '无处可记'`), []);
  });

  it('is never altered, and is kept by the month', async () => {
    for (const text of ['update ws_main.event set kind = kind', 'delete from ws_main.event'])
      await assert.rejects(product.pool.query(text), /append-only/, text);
    const parts = await rows(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'ws_main.event'::regclass`,
    );
    const month = new Date().toISOString().slice(0, 7).replace('-', '_');
    assert.ok(parts.length > 0, month);
  });
});
