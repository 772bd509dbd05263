import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { statementsOn } from './noted-statements.ts';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

const seed = Number(process.env.GUANXI_TEST_SEED ?? Date.now() % 1_000_000);

/** Requests that come at once share statements; nobody must be able to tell. */
describe('requests that come at once', () => {
  let product: Product;
  let people: Readonly<Record<'boss' | 'wei' | 'mei' | 'nobody', Asking>>;
  /** An account of each of the two representatives, which the other one does not see. */
  const accounts: Record<string, string> = {};
  let statements: readonly string[] = [];

  before(async () => {
    product = await startProduct();
    const roles = ['salesRepresentative'];
    const colleague = (name: string, own: readonly string[]) =>
      product.colleague({ name, email: `${name}@hengyue.example`, roles: own });
    const [wei, mei, nobody] = [
      await colleague('wei', roles),
      await colleague('mei', roles),
      await colleague('nobody', []),
    ];
    people = { boss: product.ask, wei, mei, nobody };
    for (const [name, owner] of Object.entries({ wei, mei }))
      accounts[name] = (await product.ask('POST', '/api/records/account', { name, owner: owner.id })).body.id;
    statements = statementsOn(product.serving, /"ws_main"\."contact"/);
  });

  const outcome = ({ status, body }: Answer) =>
    status < 400
      ? status
      : `${status} ${body.errors.map((e: { field: string; code: string }) => `${e.field} ${e.code}`)}`;

  /** What may be wrong with a new contact, and what everybody is told then. */
  const flaws = {
    none: { values: {}, told: 201 },
    nameless: { values: { lastName: '' }, told: '422 name required' },
    mail: { values: { email: 'nonsense' }, told: '422 email notEmail' },
    lost: { values: { account: '01900000-0000-7000-8000-000000000000' }, told: '422 account noSuchRecord' },
    taken: { values: { externalId: 'taken' }, told: '422 externalId notUnique' },
  } as const;

  it('each has his own answer, all or nothing, once in the log and in his own name (creating)', async () => {
    const { boss } = people;
    assert.equal(
      (await boss('POST', '/api/records/contact', { lastName: '先', externalId: 'taken' })).status,
      201,
    );
    const asked = fc.record({
      who: fc.constantFrom(...(['boss', 'wei', 'mei', 'nobody'] as const)),
      flaw: fc.constantFrom(...(Object.keys(flaws) as (keyof typeof flaws)[])),
      at: fc.constantFrom(...(['wei', 'mei', undefined] as const)),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 40 }), async (requests) => {
        const mark = `轮${++round}号`;
        const answers = await Promise.all(
          requests.map(({ who, flaw, at }, index) =>
            people[who]('POST', '/api/records/contact', {
              ...{ lastName: mark, title: String(index) },
              ...(at && { account: accounts[at] }),
              ...flaws[flaw].values,
            }),
          ),
        );
        for (const [index, { who, flaw, at }] of requests.entries()) {
          const blind = at !== undefined && who !== 'boss' && who !== at && flaw !== 'lost';
          const told =
            who === 'nobody'
              ? '403 '
              : blind && (flaw === 'none' || flaw === 'taken')
                ? '422 account noSuchRecord'
                : flaws[flaw].told;
          const answer = answers[index] as Answer;
          assert.equal(outcome(answer), told, JSON.stringify({ index, ...requests[index] }));
          if (answer.status === 201) assert.equal(answer.body.title, String(index));
        }
        const { rows } = await product.pool.query(
          `select c.id, c."createdBy" = e.actor as same, e.changes -> 'title' ->> 1 as title, c.title as stored
           from ws_main.contact c join ws_main.event e on e.record = c.id where c."lastName" = $1`,
          [mark],
        );
        const made = answers.filter(({ status }) => status === 201);
        assert.deepEqual(rows.map(({ id }) => id).sort(), made.map(({ body }) => body.id).sort());
        assert.ok(rows.every(({ same, title, stored }) => same && title === stored));
        for (const { body } of made)
          assert.equal(body.createdBy, (await boss('GET', `/api/records/contact/${body.id}`)).body.createdBy);
      }),
      { seed, numRuns: 8 },
    );
  });

  it('each has his own answer (changing and reading)', async () => {
    const { boss, wei, mei } = people;
    const made = await boss('POST', '/api/records/contact', [
      ...Array.from({ length: 12 }, (_, n) => ({ lastName: `甲${n}`, account: accounts.wei })),
      ...Array.from({ length: 12 }, (_, n) => ({ lastName: `乙${n}`, account: accounts.mei })),
    ]);
    const ids = made.body.records.map(({ id }: { id: string }) => id) as readonly string[];
    const theirs = (n: number) => (n < 12 ? wei : mei);
    const others = (n: number) => (n < 12 ? mei : wei);
    const path = (n: number) => `/api/records/contact/${ids[n]}`;
    const answers = await Promise.all(
      ids.flatMap((_, n) => [
        theirs(n)('PATCH', path(n), { title: `总监 ${n}`, version: 1 }),
        others(n)('PATCH', path(n), { title: '不该' }),
        theirs(n)('PATCH', path(n), { title: '过时', version: 7 }),
        boss('PATCH', path(n), { department: '仓库', ...(n % 4 === 0 && { externalId: 'taken' }) }),
      ]),
    );
    for (const n of ids.keys()) {
      const [own, foreign, stale, third] = answers.slice(n * 4, n * 4 + 4).map((answer) => answer as Answer);
      assert.equal(foreign && outcome(foreign), '404 ');
      assert.equal(stale && outcome(stale), '409 version stale');
      assert.ok(
        own && third && [200, '409 version stale'].includes(outcome(own)),
        own && String(outcome(own)),
      );
      assert.equal(outcome(third), n % 4 === 0 ? '422 externalId notUnique' : 200);
      const seen = (await theirs(n)('GET', path(n))).body;
      assert.equal(seen.title, own.status === 200 ? `总监 ${n}` : null);
      assert.equal(seen.department, n % 4 === 0 ? null : '仓库');
      assert.equal(seen.version, 1 + [own, third].filter(({ status }) => status === 200).length);
      const { rows } = await product.pool.query(
        'select version from ws_main.event where record = $1 order by version',
        [ids[n]],
      );
      assert.deepEqual(
        rows.map(({ version }) => version),
        Array.from({ length: seen.version }, (_, index) => index + 1),
      );
    }
    const reads = await Promise.all(
      ids.flatMap((_, n) => [theirs(n)('GET', path(n)), others(n)('GET', path(n))]),
    );
    for (const n of ids.keys()) {
      assert.equal(reads[n * 2]?.body.id, ids[n]);
      assert.equal(reads[n * 2 + 1]?.status, 404);
    }
  });

  it('take few statements', async () => {
    const before = statements.length;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        people.boss('POST', '/api/records/contact', { lastName: `众${n}` }),
      ),
    );
    assert.ok(answers.every(({ status }) => status === 201));
    assert.ok(statements.length - before <= 8, `${statements.length - before} statements`);
  });

  it('who changes what somebody holds waits; the others do not', async () => {
    const { boss } = people;
    const made = await boss(
      'POST',
      '/api/records/contact',
      Array.from({ length: 6 }, (_, n) => ({ lastName: `候${n}` })),
    );
    const [held, ...free] = made.body.records.map(({ id }: { id: string }) => id) as string[];
    const change = (id = '') => boss('PATCH', `/api/records/contact/${id}`, { title: '到' });
    let waiting: Promise<Answer> | undefined;
    await product.database.transaction(async (database) => {
      await database.run('update ws_main.contact set tier = tier where id = $1', [held]);
      const answers = [change(free.at(-1)), change(held), ...free.slice(0, -1).map(change)];
      waiting = answers[1];
      const others = await Promise.all(answers.filter((_, n) => n !== 1));
      assert.ok(others.every(({ status }) => status === 200));
    });
    assert.equal((await waiting)?.status, 200);
  });

  it('a connection that is cut loses all that go together, and nothing is done twice', async () => {
    const mark = '断线';
    let told: readonly Answer[] | undefined;
    await product.database.transaction(async (database) => {
      await database.run('lock table ws_main.contact in share mode');
      const create = (n: number) =>
        people.boss('POST', '/api/records/contact', { lastName: mark, title: `${n}` });
      void Promise.all(Array.from({ length: 30 }, (_, n) => create(n))).then((answers) => {
        told = answers;
      });
      const cut = `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      // Within a transaction these views stand still.
      while (told === undefined) await product.database.run(cut).then(() => pause(20));
    });
    assert.deepEqual([...new Set(told?.map(({ status }) => status))].sort(), [503]);
    const { rows } = await product.pool.query(
      `select (select count(*) from ws_main.contact where "lastName" = $1)::int as made,
         (select count(*) from ws_main.event where changes -> 'lastName' ->> 1 = $1)::int as told`,
      [mark],
    );
    assert.deepEqual(rows[0], { made: 0, told: 0 });
    assert.equal((await people.boss('POST', '/api/records/contact', { lastName: mark })).status, 201);
  });
});
