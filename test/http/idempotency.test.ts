import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Answer, type Product, startProduct } from './product.ts';

const teams = '/api/records/team';

describe('Idempotency-Key', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });

  const post = (key: string, body: unknown, url = teams) =>
    product.ask('POST', url, body, { 'idempotency-key': key });
  const named = async (name: string) => {
    const where = encodeURIComponent(JSON.stringify({ name }));
    return (await product.ask('GET', `${teams}?where=${where}&count=true`)).body.count;
  };
  const codes = ({ body }: Answer) =>
    body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);

  it('gives the stored answer to the same request', async () => {
    const first = await post('k-1', { name: '华南销售部' });
    const again = await post('k-1', { name: '华南销售部' });
    assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body]);
    assert.deepEqual(
      [first.headers['idempotency-replayed'], again.headers['idempotency-replayed']],
      [undefined, 'true'],
    );
    const several = [{ name: '西南一部' }, { name: '西南二部' }];
    assert.deepEqual((await post('k-2', several)).body, (await post('k-2', several)).body);
  });

  it('refuses the same key for another request', async () => {
    await post('k-3', { name: '华北销售部' });
    const other = await post('k-3', { name: '东北销售部' });
    assert.deepEqual([other.status, codes(other)], [422, [['Idempotency-Key', 'keyUsed']]]);
    assert.equal(await named('东北销售部'), 0);
    assert.deepEqual(codes(await post('x'.repeat(256), {})), [['Idempotency-Key', 'notAKey']]);
  });

  it('does not store a refusal, which has written nothing', async () => {
    assert.equal((await post('k-4', { name: '' })).status, 422);
    assert.equal((await post('k-4', { name: '客户成功部' })).status, 201);
  });

  it('keeps the keys of two people apart', async () => {
    const wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['administrator'],
    });
    await post('k-5', { name: '法务部' });
    const own = await wei('POST', teams, { name: '财务部' }, { 'idempotency-key': 'k-5' });
    assert.deepEqual([own.status, own.body.name], [201, '财务部']);
  });

  it('does it once when many ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => post('k-6', { name: '电商部' })));
    const made = answers.filter(({ status }) => status === 201);
    const told = answers.filter(({ status }) => status === 409);
    assert.equal(made.length + told.length, answers.length);
    assert.equal(new Set(made.map(({ body }) => body.id)).size, 1);
    for (const answer of told)
      assert.deepEqual(
        [codes(answer), answer.headers['retry-after']],
        [[['Idempotency-Key', 'underWay']], '1'],
      );
    assert.equal((await post('k-6', { name: '电商部' })).body.id, made[0]?.body.id);
    assert.equal(await named('电商部'), 1);
  });

  it('tells the second while the first is still under way', async () => {
    const holder = await product.pool.connect();
    await holder.query('begin; lock table ws_main.team in share mode');
    const first = post('k-7', { name: '直播部' });
    const waiting = `select 1 from pg_locks where not granted and relation = 'ws_main.team'::regclass
      and database = (select oid from pg_database where datname = current_database())`;
    while ((await holder.query(waiting)).rowCount === 0);
    const second = await post('k-7', { name: '直播部' });
    await holder.query('commit');
    holder.release();
    assert.deepEqual([second.status, second.headers['retry-after']], [409, '1']);
    assert.equal((await first).status, 201);
  });

  it('writes record and answer together or not at all', async () => {
    await product.pool.query(`
      create function ws_main.fail() returns trigger language plpgsql as $$ begin raise 'the disk is full' using errcode = 'disk_full'; end $$;
      create trigger fail before insert on ws_main.idempotency for each row execute function ws_main.fail()`);
    const failed = await post('k-8', { name: '海外部' });
    await product.pool.query('drop function ws_main.fail cascade');
    assert.equal(failed.status, 503);
    assert.equal(await named('海外部'), 0);
    assert.equal((await post('k-8', { name: '海外部' })).status, 201);
  });

  it('forgets a key after two days', async () => {
    await post('k-9', { name: '仓储部' });
    await product.pool.query(`update ws_main.idempotency set at = now() - interval '49 hours'`);
    assert.equal((await post('k-9', { name: '物流部' })).body.name, '物流部');
    const { rows } = await product.pool.query('select count(*)::int as kept from ws_main.idempotency');
    assert.equal(rows[0].kept, 1);
  });
});
