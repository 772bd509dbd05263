import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Database } from '#engine/database/database.ts';
import { loadActor } from '#engine/people/load-actor.ts';
import { listRecords, recordsIn } from '#engine/records/list.ts';
import type { ListQuery } from '#engine/records/list-query.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { type Asking, company, type Product, startProduct } from './product.ts';

type Person = Asking & { readonly id: string };

/** What `explain` tells of a step of a plan. */
interface Step {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Step[];
}

const many = 6_000;
const shown = { select: ['name'], limit: 60 };

describe('ADM-14 lists for somebody who sees few of many records', () => {
  let product: Product;
  let li: Person;
  let customer: string;

  const make = async (ask: Asking, object: string, values: object): Promise<string> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  /** Contacts of these customers, one after the other. */
  const fill = async (count: number, accounts: readonly string[], owner: string, name: string) =>
    product.pool.query(
      `insert into ws_main.contact (id, version, "createdAt", "updatedAt", name, "lastName", account, owner)
       select gen_random_uuid(), 1, now(), now(), $2 || n, $2 || n, ($3::uuid[])[1 + n % cardinality($3::uuid[])], $4 from generate_series(1, $1::int) n`,
      [count, name, accounts, owner],
    );

  before(async () => {
    product = await startProduct();
    li = await product.colleague({
      ...{ name: '李薇', email: 'li@hengyue.example', roles: ['salesRepresentative'] },
    });
    customer = await make(li, 'account', { name: '远航物流' });
    await make(li, 'contact', { name: '张伟', lastName: '张', firstName: '伟', account: customer });
    await make(li, 'contact', { name: '王芳', lastName: '王', firstName: '芳' });
    const { rows } = await product.pool.query(
      `select id from ws_main."user" where email = '${company.email}'`,
    );
    const customers = Array.from({ length: 300 }, (_, n) => ({ name: `恒力重工 ${n}`, owner: rows[0].id }));
    const others = (await product.ask('POST', '/api/records/account', customers)).body.records;
    await fill(
      many,
      others.map(({ id }: { id: string }) => id),
      rows[0].id,
      '他人的联系人',
    );
    await product.pool.query('analyze ws_main.contact, ws_main.account');
  });

  /** What the list shows him, or somebody else, and how many contacts PostgreSQL looked at for it. */
  async function list(query: ListQuery, email?: string) {
    const { registry, database } = product;
    const run: [string, readonly unknown[]][] = [];
    const noting: Database = {
      ...database,
      bytes: (text, values = []) => {
        run.push([text, values]);
        return database.bytes(text, values);
      },
    };
    const [person] = await database.run('select id from ws_main."user" where email = $1', [email ?? null]);
    const actor = await loadActor(database, registry, 'ws_main', person?.[0] ?? li.id);
    assert.ok(actor);
    const settings = {
      company: '',
      currency: 'CNY',
      currencies: { CNY: '1' },
      locale: 'en',
      timeZone: 'UTC',
    };
    const workspace = workspaceOf({ name: 'main', label: '', schema: 'ws_main', settings });
    const context = { registry, workspace, actor, database: noting, now: Date.now() };
    const page = await listRecords(context, 'contact', query);
    const [[text, values] = ['', []]] = run;
    const [row] = await database.run(`explain (analyze, format json) ${text}`, values);
    return {
      ...page,
      names: recordsIn<{ name: string }>(page).map(({ name }) => name),
      seen: seenIn(row?.[0]),
    };
  }

  it('are read from what he sees, not from all that there is', async () => {
    const newest = await list({ ...shown, count: true });
    assert.deepEqual(newest.names, ['王芳', '张伟']);
    assert.equal(newest.count, 2);
    assert.ok(newest.seen < 50, `${newest.seen} contacts looked at`);
    const byName = await list({ ...shown, sort: 'name', where: { title: null } });
    assert.deepEqual(byName.names, ['王芳', '张伟']);
    assert.ok(byName.seen < 50, `${byName.seen} contacts looked at`);
  });

  it('have what is shared with him among them, in whatever order', async () => {
    const { rows } = await product.pool.query(
      `select id from ws_main.contact where name in ('他人的联系人7', '他人的联系人8') order by name`,
    );
    const share = { record: { object: 'contact', id: rows[0].id }, recipient: { object: 'user', id: li.id } };
    await make(product.ask, 'share', share);
    for (const sort of ['-createdAt', 'name']) {
      const found = await list({ ...shown, sort, count: true });
      assert.deepEqual(found.names.toSorted(), ['他人的联系人7', '王芳', '张伟'].toSorted(), sort);
      assert.equal(found.count, 3);
    }
  });

  it('are the same page by page, and when there are too many to be few', async () => {
    await fill(2500, [customer], li.id, '客户联系人');
    for (const sort of ['-createdAt', 'name']) {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({
          ...{ ...shown, sort, limit: 1000 },
          ...(cursor && { cursor }),
        });
        names.push(...page.names);
        cursor = page.next;
      } while (cursor !== undefined);
      assert.equal(names.length, 2503);
      assert.equal(new Set(names).size, 2503);
      assert.equal((await list({ ...shown, sort, count: true })).count, 2503);
    }
  });

  it('begin a later page where it begins, in any order that an index has, for whoever sees everything', async () => {
    for (const sort of ['-createdAt', 'createdAt', 'name', '-name', 'id']) {
      const page = async (cursor?: string) =>
        list({ ...shown, sort, limit: 1000, ...(cursor && { cursor }) }, company.email);
      let last = await page();
      for (let turn = 0; turn < 4; turn++) last = await page(last.next);
      assert.equal(last.names.length, 1000);
      assert.ok(last.seen < 3000 || sort === 'createdAt', `${last.seen} contacts looked at by ${sort}`);
    }
  });

  it('show the newest of thousands as of a few', async () => {
    const newest = await list(shown);
    assert.equal(newest.names.length, 60);
    assert.ok(newest.seen < 500, `${newest.seen} contacts looked at`);
  });

  it('show the newest of a pool of thousands that nobody owns as of a few', async () => {
    const ownerless = await make(product.ask, 'account', { name: '公海客户' });
    await product.ask('PATCH', `/api/records/account/${ownerless}`, { owner: null });
    await fill(3000, [ownerless], li.id, '公海联系人');
    await product.pool.query(`update ws_main.contact set owner = null where name like '公海联系人%'`);
    await product.pool.query('analyze ws_main.contact, ws_main.contact_by_account_owner');
    const newest = await list(shown);
    assert.equal(newest.names.length, 60);
    assert.ok(newest.names.every((name) => name.startsWith('公海联系人')));
    assert.ok(newest.seen < 500, `${newest.seen} contacts looked at`);
    const next = await list({ ...shown, ...(newest.next && { cursor: newest.next }) });
    assert.ok(next.seen < 500, `${next.seen} contacts looked at on the next page`);
    assert.equal(new Set([...newest.names, ...next.names]).size, 120);
  });
});

/** Rows of contacts, and of what they carry of their customers, that the steps of a plan took up. */
function seenIn(plan: string | null | undefined): number {
  const [{ Plan }] = JSON.parse(plan ?? '[]') as [{ Plan: Step }];
  const rows = (step: Step): number =>
    (step['Relation Name']?.startsWith('contact')
      ? (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops']
      : 0) + (step.Plans ?? []).reduce((sum, inner) => sum + rows(inner), 0);
  return rows(Plan);
}
