import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { archivedTables } from '#engine/workspaces/archive-tables.ts';
import { type Asking, company, type Product, startProduct } from './product.ts';

type Person = Asking & { readonly id: string };

/** The newest contacts of a representative are found by what each carries of its customer: the customer's owner. */
describe('ADM-14 CUS-16 contacts that are seen through their customer', () => {
  let product: Product;
  let wei: Person;
  let min: Person;
  /** Customers of wei and of min, and a contact of each that is its administrator's own. */
  let [hers, his, li, chen] = ['', '', '', ''];

  before(async () => {
    product = await startProduct();
    const roles = ['salesRepresentative'];
    wei = await product.colleague({ name: '李薇', email: 'wei@hengyue.example', roles });
    min = await product.colleague({ name: '周敏', email: 'min@hengyue.example', roles });
  });

  beforeEach(async () => {
    await product.pool.query(
      'delete from ws_main.contact; delete from ws_main.account; delete from ws_main.share',
    );
    hers = await make('account', { name: '远航物流', owner: wei.id });
    his = await make('account', { name: '恒力重工', owner: min.id });
    li = await make('contact', { lastName: '李', firstName: '强', account: hers });
    chen = await make('contact', { lastName: '陈', firstName: '静', account: his });
  });

  async function ask(...[method, url, payload]: Parameters<Asking>) {
    const answer = await product.ask(method, url, payload);
    assert.ok(answer.status < 300, `${method} ${url} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  const make = async (object: string, values: object): Promise<string> =>
    (await ask('POST', `/api/records/${object}`, values)).id;
  const change = (object: string, id: string, values: object) =>
    ask('PATCH', `/api/records/${object}/${id}`, values);

  /** What is carried is what the customers have; and each sees exactly these, one by one, in this order and in another. */
  async function seen(expected: { readonly wei: readonly string[]; readonly min: readonly string[] }) {
    const { rows } = await product.pool.query(`select
      (select coalesce(json_agg(s order by record), '[]') from ws_main.contact_by_account_owner s) as carried,
      (select coalesce(json_agg(s order by record), '[]') from (select c.id as record, a.owner as value, c."createdAt" from ws_main.contact c
        join ws_main.account a on a.id = c.account where c."deletedAt" is null and a."deletedAt" is null) s) as right`);
    assert.deepEqual(rows[0].carried, rows[0].right);
    for (const [person, ids] of [
      [wei, expected.wei],
      [min, expected.min],
    ] as const)
      for (const sort of ['-createdAt', '-createdAt,name']) {
        const listed: string[] = [];
        let next = '';
        do {
          const { body } = await person('GET', `/api/records/contact?sort=${sort}&limit=1&count=true${next}`);
          assert.equal(body.count, ids.length);
          listed.push(...body.records.map(({ id }: { id: string }) => id));
          next = body.next === undefined ? '' : `&cursor=${body.next}`;
        } while (next !== '');
        assert.deepEqual(listed, ids, sort);
      }
  }

  it('follow the owner of the customer, without a new version or an entry in the history', async () => {
    await seen({ wei: [li], min: [chen] });
    await change('account', hers, { owner: min.id });
    await seen({ wei: [], min: [chen, li] });
    const pool = await change('account', his, { owner: null });
    assert.equal(pool.owner, null);
    await seen({ wei: [chen], min: [chen, li] });
    const contact = await ask('GET', `/api/records/contact/${li}`);
    assert.equal(contact.version, 1);
    const { rows } = await product.pool.query('select kind from ws_main.event where record = $1', [li]);
    assert.deepEqual(rows, [{ kind: 'created' }]);
    assert.ok(!Object.keys(contact).some((name) => name.includes('account.')), Object.keys(contact).join());
  });

  it('follow a contact that moves, leaves its customer, or is his own', async () => {
    await change('contact', li, { account: his });
    await seen({ wei: [], min: [chen, li] });
    await change('contact', li, { owner: wei.id });
    await seen({ wei: [li], min: [chen, li] });
    await change('contact', li, { account: null });
    await seen({ wei: [li], min: [chen] });
  });

  it('follow customers that are merged and taken apart again', async () => {
    await ask('POST', `/api/records/account/${his}/merge`, { with: [hers] });
    await seen({ wei: [], min: [chen, li] });
    await ask('POST', `/api/records/account/${his}/unmerge`);
    await seen({ wei: [li], min: [chen] });
  });

  it('go to the bin and come back, with their customer or without it', async () => {
    await ask('DELETE', `/api/records/contact/${li}`);
    await seen({ wei: [], min: [chen] });
    await ask('POST', `/api/records/contact/${li}/restore`);
    await seen({ wei: [li], min: [chen] });
    await ask('DELETE', `/api/records/account/${his}`);
    await seen({ wei: [li], min: [] });
    await ask('POST', `/api/records/account/${his}/restore`);
    await seen({ wei: [li], min: [chen] });
    await product.pool.query('delete from ws_main.account where id = $1', [his]);
    await product.pool.query('delete from ws_main.contact where id = $1', [li]);
    await seen({ wei: [], min: [] });
  });

  it('are also those of customers that list him or are shared with him, and contacts that are shared', async () => {
    await change('account', hers, { collaborators: [min.id] });
    await seen({ wei: [li], min: [chen, li] });
    await change('account', hers, { collaborators: [] });
    const share = (object: string, id: string) =>
      make('share', { record: { object, id }, recipient: { object: 'user', id: min.id } });
    const shared = await share('account', hers);
    await seen({ wei: [li], min: [chen, li] });
    await ask('DELETE', `/api/records/share/${shared}`);
    await seen({ wei: [li], min: [chen] });
    await share('contact', li);
    await seen({ wei: [li], min: [chen, li] });
  });

  it('are also those of hundreds of customers that list him, too many to be looked for one by one', async () => {
    const many = Array.from({ length: 301 }, (_, n) => ({
      name: `协作客户${n}`,
      owner: wei.id,
      collaborators: [min.id],
    }));
    const { records } = await ask('POST', '/api/records/account', many);
    const theirs = await make('contact', { lastName: '周', firstName: '敏', account: records[300].id });
    const { body } = await min('GET', '/api/records/contact?select=name&count=true');
    assert.deepEqual([body.records[0].id, body.count], [theirs, 2]);
  });

  it('are right for thousands of customers that change hands in one statement, and whatever is loaded first', async () => {
    const { pool } = product;
    const owner = 'case when n % 2 = 0 then $1 else $2 end::uuid';
    const stamps = `1, now(), now()`;
    await pool.query(
      `insert into ws_main.contact (id, version, "createdAt", "updatedAt", name, "lastName", account)
       select uuidv7(), ${stamps}, 'n' || n, 'n' || n, ('00000000-0000-7000-8000-' || lpad((n % 2000)::text, 12, '0'))::uuid from generate_series(1, 5000) n`,
    );
    await pool.query(
      `insert into ws_main.account (id, version, "createdAt", "updatedAt", name, owner)
       select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${stamps}, 'n' || n, ${owner} from generate_series(0, 1999) n`,
      [wei.id, min.id],
    );
    const counted = async (person: Person) =>
      (await person('GET', '/api/records/contact?count=true&limit=1')).body.count;
    assert.deepEqual([await counted(wei), await counted(min)], [2501, 2501]);
    await pool.query('update ws_main.account set owner = $1 where owner = $2', [min.id, wei.id]);
    assert.deepEqual([await counted(wei), await counted(min)], [0, 5002]);
  });

  it('are right when one moves a contact while another hands its customers over, whoever is first', async () => {
    const [one, other] = [await product.pool.connect(), await product.pool.connect()];
    const move = (client: PoolClient) =>
      client.query('update ws_main.contact set account = $1 where id = $2', [his, li]);
    const handOver = (client: PoolClient) =>
      client.query(
        'update ws_main.account set owner = case id when $1 then $2 else $3 end::uuid where id in ($1, $4)',
        [his, wei.id, min.id, hers],
      );
    const back = async () => {
      await product.pool.query('update ws_main.contact set account = $1 where id = $2', [hers, li]);
      await product.pool.query(
        'update ws_main.account set owner = case id when $1 then $2 else $3 end::uuid',
        [his, min.id, wei.id],
      );
    };
    try {
      for (const [first, second] of [
        [move, handOver],
        [handOver, move],
      ] as const) {
        await one.query('begin');
        await first(one);
        const waiting = second(other);
        await isWaiting(other);
        await one.query('commit');
        await waiting;
        await seen({ wei: [chen, li], min: [] });
        await back();
        await seen({ wei: [li], min: [chen] });
      }
    } finally {
      one.release();
      other.release();
    }
  });

  async function isWaiting(client: PoolClient): Promise<void> {
    const { processID } = client as unknown as { processID: number };
    for (let turn = 0; turn < 500; turn++) {
      const { rows } = await product.pool.query('select cardinality(pg_blocking_pids($1)) as others', [
        processID,
      ]);
      if (rows[0].others > 0) return;
      await pause(10);
    }
    assert.fail('nobody waits');
  }

  it('are the same when a person is erased: what is left under a pseudonym is seen by whose the customer is', async () => {
    await ask('POST', `/api/records/contact/${li}/erasure`, { reason: '本人来信要求删除' });
    await seen({ wei: [li], min: [chen] });
  });

  it('carry nothing into an archive of the company', async () => {
    const tables = await archivedTables(product.database, product.registry, 'ws_main');
    const paths = tables.map(({ path }) => path);
    assert.ok(paths.includes('records/contact.jsonl'), company.company);
    assert.deepEqual(
      paths.filter((path) => path.includes('_by_')),
      [],
    );
  });
});
