import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

type Group = Readonly<Record<string, string | number | null>>;

/** The contract of the API, line by line, on opportunities of three accounts. */
describe('the HTTP contract', () => {
  let product: Product;
  let ask: Asking;
  let retail = '';
  let energy = '';

  before(async () => {
    product = await startProduct();
    ask = product.ask;
    const accounts = await ask('POST', '/api/records/account', [
      { name: '华润零售', industry: 'retail' },
      { name: '远景能源', industry: 'energy' },
    ]);
    assert.equal(accounts.status, 201, JSON.stringify(accounts.body));
    [retail, energy] = accounts.body.records.map(({ id }: { id: string }) => id);
    const made = await ask('POST', '/api/records/opportunity', [
      { name: '门店改造一期', account: retail, amount: '1000', closeDate: '2026-01-15' },
      {
        name: '门店改造二期',
        account: retail,
        amount: { amount: '2500.50', currency: 'CNY' },
        closeDate: '2026-01-28',
      },
      { name: '风机监测', account: energy, amount: 400, closeDate: '2026-02-10' },
      { name: '储能评估', account: energy, amount: null, closeDate: null },
    ]);
    assert.equal(made.status, 201, JSON.stringify(made.body));
  });

  const query = (parameters: Record<string, unknown>) =>
    new URLSearchParams(
      Object.entries(parameters).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ).toString();
  const list = (parameters: Record<string, unknown>): Promise<Answer> =>
    ask('GET', `/api/records/opportunity?${query(parameters)}`);
  const names = async (where: unknown): Promise<string[]> => {
    const { status, body } = await list({ where, select: 'name', sort: 'name' });
    assert.equal(status, 200, JSON.stringify(body));
    return body.records.map(({ name }: { name: string }) => name).sort();
  };

  describe('GET /api/health', () => {
    it('says version, database and queue', async () => {
      const { status, body } = await product.as({})('GET', '/api/health');
      assert.equal(status, 200);
      assert.match(body.version, /^\d+\.\d+\.\d+/);
      assert.match(body.database, /^\d+/);
      assert.deepEqual([body.status, body.queue], ['ok', 'ok']);
    });
  });

  describe('Authorization: Bearer KEY', () => {
    it('acts as its user, within its scopes', async () => {
      const keyed = async (scopes?: string[]) => {
        const { body } = await ask('POST', '/api/api-keys', { name: '官网表单', ...(scopes && { scopes }) });
        return product.as({ authorization: `Bearer ${body.key}` });
      };
      const all = await keyed();
      const created = await all('POST', '/api/records/account', { name: '密钥新建' });
      assert.equal(created.status, 201);
      assert.equal(created.body.createdBy, (await ask('GET', '/api/me')).body.id);
      const narrow = await keyed(['records:account:read']);
      assert.equal((await narrow('GET', `/api/records/account/${created.body.id}`)).status, 200);
      assert.equal((await narrow('POST', '/api/records/account', { name: '不可' })).status, 403);
      assert.equal((await narrow('GET', '/api/records/opportunity')).status, 403);
      assert.equal((await narrow('POST', '/api/actions/sales.convertLead', {})).status, 403);
      assert.equal(
        (await product.as({ authorization: 'Bearer guanxi_wrong' })('GET', '/api/meta')).status,
        401,
      );
    });

    it('is limited to what its user may do', async () => {
      const wei = await product.colleague({
        name: '张伟',
        email: 'wei@hengyue.example',
        roles: ['salesRepresentative'],
      });
      const { key } = (await wei('POST', '/api/api-keys', { name: '手机' })).body;
      const phone = product.as({ authorization: `Bearer ${key}` });
      const seen = async (who: Asking) =>
        (await who('GET', '/api/records/opportunity?count=true')).body.count;
      assert.equal(await seen(phone), await seen(wei));
      assert.equal((await phone('PATCH', `/api/records/user/${wei.id}`, { title: '总裁' })).status, 403);
    });
  });

  describe('GET /api/records/{object}', () => {
    it('knows every operator of where', async () => {
      const all = ['储能评估', '门店改造一期', '门店改造二期', '风机监测'].sort();
      const stores = ['门店改造一期', '门店改造二期'].sort();
      for (const [where, expected] of [
        [{}, all],
        [{ name: '风机监测' }, ['风机监测']],
        [{ name: { eq: '风机监测' } }, ['风机监测']],
        [{ name: { ne: '风机监测' } }, all.filter((name) => name !== '风机监测')],
        [{ amount: { gt: '1000' } }, ['门店改造二期']],
        [{ amount: { gte: '1000' } }, stores],
        [{ amount: { gte: 1000 } }, stores],
        [{ amount: { lt: '1000.00' } }, ['风机监测']],
        [{ amount: { lte: '1000' } }, ['门店改造一期', '风机监测'].sort()],
        [{ amount: { between: ['400', '1000'] } }, ['门店改造一期', '风机监测'].sort()],
        [{ closeDate: { between: ['2026-01-01', '2026-01-31'] } }, stores],
        [{ 'account.industry': { in: ['retail'] } }, stores],
        [{ 'account.industry': { nin: ['retail'] } }, ['储能评估', '风机监测'].sort()],
        [{ name: { contains: '改造' } }, stores],
        [{ name: { startsWith: '门店' } }, stores],
        [{ amount: { isNull: true } }, ['储能评估']],
        [{ amount: { isNull: false } }, all.filter((name) => name !== '储能评估')],
        [{ amount: null }, ['储能评估']],
        [{ account: retail }, stores],
        [{ and: [{ account: energy }, { amount: { isNull: false } }] }, ['风机监测']],
        [{ or: [{ name: '储能评估' }, { name: '风机监测' }] }, ['储能评估', '风机监测'].sort()],
        [{ not: { account: retail } }, ['储能评估', '风机监测'].sort()],
        [{ account: energy, amount: { gt: '1' } }, ['风机监测']],
      ] as [object, string[]][])
        assert.deepEqual(await names(where), expected, JSON.stringify(where));
    });

    it('knows relative dates', async () => {
      const day = (shift: number) => {
        const shanghai = new Date(Date.now() + 8 * 3_600_000 + shift * 86_400_000);
        return shanghai.toISOString().slice(0, 10);
      };
      const dated = await ask('POST', '/api/records/opportunity', [
        { name: '今天到期', closeDate: day(0) },
        { name: '昨天到期', closeDate: day(-1) },
        { name: '八天后到期', closeDate: day(8) },
      ]);
      const due = (closeDate: unknown) => names({ name: { contains: '到期' }, closeDate });
      assert.deepEqual(await due({ in: 'today' }), ['今天到期']);
      assert.deepEqual(await due({ in: 'yesterday' }), ['昨天到期']);
      assert.deepEqual(await due({ in: 'last7Days' }), ['今天到期', '昨天到期'].sort());
      assert.deepEqual(await due({ in: 'next10Days' }), ['八天后到期']);
      assert.deepEqual(await due({ lt: '$today' }), ['昨天到期']);
      for (const period of ['thisWeek', 'thisMonth', 'thisQuarter', 'thisYear'])
        assert.ok((await due({ in: period })).includes('今天到期'), period);
      for (const { id } of dated.body.records) await ask('DELETE', `/api/records/opportunity/${id}`);
    });

    it('says which part of a condition is wrong', async () => {
      for (const [parameters, field] of [
        [{ where: { nothing: 1 } }, 'nothing'],
        [{ where: { amount: { like: '1' } } }, 'amount'],
        [{ where: { amount: { gte: 'much' } } }, 'amount'],
        [{ where: '{' }, 'where'],
        [{ select: 'name,nothing' }, 'nothing'],
        [{ sort: '-nothing' }, 'nothing'],
        [{ limit: '0' }, 'limit'],
        [{ limit: '1001' }, 'limit'],
        [{ cursor: 'x' }, 'cursor'],
      ] as [Record<string, unknown>, string][]) {
        const { status, body, headers } = await list(parameters);
        assert.equal(status, 422, JSON.stringify(parameters));
        assert.match(String(headers['content-type']), /^application\/problem\+json/);
        assert.equal(body.errors[0].field, field, JSON.stringify([parameters, body]));
        assert.ok(body.errors[0].message.length > 0 && body.title.length > 0 && body.status === 422);
      }
    });

    it('follows references in select', async () => {
      const { records } = (
        await list({ where: { name: '风机监测' }, select: 'name,amount,account.name,owner.name' })
      ).body;
      const [{ id, version, owner, ...rest }] = records;
      assert.deepEqual(rest, {
        name: '风机监测',
        amount: { amount: '400.00', currency: 'CNY' },
        account: { id: energy, name: '远景能源' },
      });
      assert.deepEqual([typeof id, version, owner.name], ['string', 1, '林晓彤']);
    });

    it('sorts by several fields, empty values last, and counts when asked', async () => {
      const { body } = await list({ sort: '-amount,name', select: 'name', count: 'true', limit: '2' });
      assert.deepEqual(
        body.records.map(({ name }: { name: string }) => name),
        ['门店改造二期', '门店改造一期'],
      );
      assert.equal(body.count, 4);
      assert.equal((await list({ limit: '2' })).body.count, undefined);
      const last = (await list({ sort: 'amount' })).body.records.at(-1);
      assert.equal(last.name, '储能评估');
    });

    it('pages by cursor without missing or repeating anything while others write', async () => {
      const products = Array.from({ length: 30 }, (_, index) => ({
        name: `产品 ${String(index).padStart(2, '0')}`,
      }));
      await ask('POST', '/api/records/product', products);
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 10; page++) {
        const { body } = await ask(
          'GET',
          `/api/records/product?${query({ sort: '-name', limit: '7', ...(cursor && { cursor }) })}`,
        );
        seen.push(...body.records.map(({ name }: { name: string }) => name));
        await ask('POST', '/api/records/product', { name: `产品 99 插队 ${page}` });
        cursor = body.next;
        if (cursor === undefined) break;
      }
      assert.deepEqual(
        seen.filter((name) => !name.includes('插队')),
        products.map(({ name }) => name).reverse(),
      );
      assert.equal(new Set(seen).size, seen.length);
      const first = (await ask('GET', '/api/records/product?limit=1')).body;
      assert.equal(first.records.length, 1);
      assert.equal((await ask('GET', '/api/records/product?limit=1000')).body.next, undefined);
    });

    it('gives 60 unless told', async () => {
      await ask(
        'POST',
        '/api/records/team',
        Array.from({ length: 61 }, (_, index) => ({ name: `小组 ${index}` })),
      );
      const { body } = await ask('GET', '/api/records/team');
      assert.deepEqual([body.records.length, typeof body.next], [60, 'string']);
    });
  });

  describe('POST /api/records/{object}', () => {
    it('answers with the bare record, and where it is', async () => {
      const { status, body, headers } = await ask('POST', '/api/records/account', { name: '明石物流' });
      assert.deepEqual([status, body.version, body.name], [201, 1, '明石物流']);
      assert.equal(headers.location, `/api/records/account/${body.id}`);
    });

    it('creates up to 1,000, all or none', async () => {
      const many = Array.from({ length: 1000 }, (_, index) => ({ name: `批量 ${index}` }));
      const made = await ask('POST', '/api/records/account', many);
      assert.deepEqual([made.status, made.body.records.length], [201, 1000]);
      assert.deepEqual(
        made.body.records.map(({ name }: { name: string }) => name),
        many.map(({ name }) => name),
      );
      assert.equal((await ask('POST', '/api/records/account', [...many, { name: '多一个' }])).status, 422);
      const flawed = await ask('POST', '/api/records/account', [
        { name: '会有的' },
        { name: '' },
        { name: {} },
      ]);
      assert.equal(flawed.status, 422);
      assert.deepEqual(
        flawed.body.errors.map(({ field }: { field: string }) => field),
        ['1.name', '2.name'],
      );
      const where = query({ where: { name: '会有的' }, count: 'true' });
      assert.equal((await ask('GET', `/api/records/account?${where}`)).body.count, 0);
    });

    it('honours Idempotency-Key', async () => {
      const send = () =>
        ask('POST', '/api/records/account', { name: '一次就好' }, { 'idempotency-key': 'once-1' });
      assert.equal((await send()).body.id, (await send()).body.id);
    });
  });

  describe('GET · PATCH · DELETE /api/records/{object}/{id}', () => {
    it('reads, changes with the version read, and refuses a stale one with both versions', async () => {
      const { id } = (await ask('POST', '/api/records/account', { name: '江南纺织' })).body;
      const one = `/api/records/account/${id}`;
      assert.equal((await ask('GET', one)).body.name, '江南纺织');
      const changed = await ask('PATCH', one, { version: 1, name: '江南集团' });
      assert.deepEqual([changed.status, changed.body.version, changed.body.name], [200, 2, '江南集团']);
      const stale = await ask('PATCH', one, { version: 1, name: '江南控股' });
      assert.deepEqual([stale.status, stale.body.current.version], [409, 2]);
      assert.deepEqual(stale.body.conflicts, [{ field: 'name', yours: '江南控股', theirs: '江南集团' }]);
      assert.equal((await ask('DELETE', `${one}?version=1`)).status, 409);
      assert.equal((await ask('DELETE', `${one}?version=x`)).status, 422);
      assert.equal((await ask('DELETE', `${one}?version=2`)).status, 204);
      assert.equal((await ask('GET', one)).status, 404);
      assert.equal((await ask('DELETE', one)).status, 404);
      assert.equal((await ask('POST', `${one}/restore`)).body.name, '江南集团');
    });

    it('knows no object and no record that is not there', async () => {
      assert.equal((await ask('GET', '/api/records/nothing')).status, 404);
      assert.equal((await ask('GET', '/api/records/account/7')).status, 404);
      assert.equal(
        (await ask('PATCH', '/api/records/account/019a2f4e-7c31-7b52-9d0e-6f3a1c8b4d27', {})).status,
        404,
      );
    });
  });

  describe('GET /api/records/{object}/aggregate', () => {
    const groups = async (parameters: Record<string, unknown>): Promise<Group[]> => {
      const { status, body } = await ask('GET', `/api/records/opportunity/aggregate?${query(parameters)}`);
      assert.equal(status, 200, JSON.stringify(body));
      return body.groups;
    };

    it('groups by fields and parts of dates, counts and sums exactly', async () => {
      const stage = 'prospecting';
      assert.deepEqual(
        await groups({
          groupBy: 'stage,closeDate.month',
          measures: 'count,sum(amount)',
          where: { account: { in: [retail, energy] } },
        }),
        [
          { stage, 'closeDate.month': '2026-01', count: 2, 'sum(amount)': '3500.50' },
          { stage, 'closeDate.month': '2026-02', count: 1, 'sum(amount)': '400.00' },
          { stage, 'closeDate.month': null, count: 1, 'sum(amount)': '0' },
        ],
      );
    });

    it('follows references and knows every measure', async () => {
      const measures = 'count,sum(amount),avg(amount),min(amount),max(closeDate),countDistinct(account)';
      assert.deepEqual(
        await groups({ groupBy: 'account.industry', measures, where: { 'account.industry': 'retail' } }),
        [
          {
            'account.industry': 'retail',
            count: 2,
            'sum(amount)': '3500.50',
            'avg(amount)': '1750.2500',
            'min(amount)': '1000.00',
            'max(closeDate)': '2026-01-28',
            'countDistinct(account)': 1,
          },
        ],
      );
      for (const part of ['day', 'week', 'month', 'quarter', 'year'])
        assert.ok((await groups({ groupBy: `closeDate.${part}`, measures: 'count' })).length > 0, part);
      assert.deepEqual(await groups({ measures: 'count', where: { account: retail } }), [{ count: 2 }]);
    });

    it('says what cannot be measured', async () => {
      for (const parameters of [
        { measures: 'sum(name)' },
        { measures: 'drop' },
        { groupBy: 'nothing' },
        { groupBy: 'name.month' },
      ]) {
        const { status, body } = await ask('GET', `/api/records/opportunity/aggregate?${query(parameters)}`);
        assert.deepEqual([status, body.errors.length], [422, 1], JSON.stringify(parameters));
      }
    });
  });

  describe('the other calls', () => {
    it('GET /api/meta, /timeline, /search', async () => {
      const meta = (await ask('GET', '/api/meta')).body;
      assert.ok(meta.objects.length > 5 && meta.actions.length > 0);
      const { entries } = (await ask('GET', `/api/records/account/${retail}/timeline`)).body;
      assert.deepEqual([entries.at(-1).kind, entries.at(-1).record.id], ['created', retail]);
      const { results } = (await ask('GET', '/api/search?q=huarun')).body;
      assert.equal(results[0]?.id, retail);
    });

    it('POST /api/actions/{module}.{action}', async () => {
      const lead = (
        await ask('POST', '/api/records/lead', { lastName: '周', firstName: '敏', company: '西子贸易' })
      ).body;
      const { status, body } = await ask('POST', '/api/actions/sales.convertLead', {
        id: lead.id,
        input: {},
      });
      assert.equal(status, 200, JSON.stringify(body));
      assert.ok(body.records.some(({ object }: { object: string }) => object === 'account'));
      assert.equal((await ask('POST', '/api/actions/sales.nothing', {})).status, 404);
    });

    it('answers everything else with a problem document', async () => {
      for (const [method, url] of [
        ['GET', '/api/nowhere'],
        ['POST', '/api/meta'],
        ['DELETE', '/api/records/account'],
      ] as const) {
        const { status, body, headers } = await ask(method, url);
        assert.deepEqual([status, body.status], [404, 404], url);
        assert.match(String(headers['content-type']), /^application\/problem\+json/, url);
      }
    });
  });
});
