import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Meta } from '#kernel/meta.ts';
import { questionOf, recordsBehind } from '#kernel/report/question.ts';
import { type Asking, type Product, startProduct } from './product.ts';

type Values = Readonly<Record<string, unknown>>;

describe('SAL-16 ANA-01 reports', () => {
  let product: Product;
  let ask: Asking;
  let wei: Asking & { id: string };
  let retail = '';
  let energy = '';

  before(async () => {
    product = await startProduct();
    ask = product.ask;
    wei = await product.colleague({
      ...{ name: '张伟', email: 'wei@hengyue.example', roles: ['salesRepresentative'] },
    });
    [retail, energy] = await Promise.all([
      make('account', { name: '江南零售' }),
      make('account', { name: '远景能源' }),
    ]);
    for (const [account, amount, closeDate] of [
      [retail, '1000.00', '2026-01-15'],
      [retail, '2500.50', '2026-01-28'],
      [energy, '400.00', '2026-02-03'],
      [energy, null, null],
    ])
      await make('opportunity', { name: '项目', account, amount, closeDate });
    await make('opportunity', { name: '张伟的', account: retail, amount: '7', owner: wei.id });
  });

  const make = async (object: string, values: object): Promise<string> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  const aggregate = async (who: Asking, parameters: Readonly<Record<string, string>>) => {
    const address = `/api/records/opportunity/aggregate?${new URLSearchParams(parameters)}`;
    const { status, body } = await who('GET', address);
    assert.equal(status, 200, JSON.stringify(body));
    return body as { groups: Values[]; totals: { over: string[]; values: Values }[] };
  };

  /** The sums over some of the groups of the projects, in which the others are told. */
  const sums = async (groupBy: string, measures: string, ...over: readonly string[]) => {
    const where = JSON.stringify({ name: '项目' });
    const { totals } = await aggregate(ask, { groupBy, measures, totals: 'true', where });
    return totals.filter((each) => each.over.join() === over.join()).map(({ values }) => values);
  };
  const ofCustomers = (rows: readonly Values[]) =>
    rows.map((row) => `${row['account.name']} ${row.count}`).toSorted();

  it('add subtotals and the whole, what a reference names standing with it', async () => {
    const groupBy = 'account,account.name,closeDate.month';
    const months = await sums(groupBy, 'count', 'account', 'account.name');
    assert.deepEqual(
      months.map((group) => [group['closeDate.month'], group.count]),
      [
        ['2026-01', 2],
        ['2026-02', 1],
        [null, 1],
      ],
    );
    const customers = await sums(groupBy, 'count', 'closeDate.month');
    assert.deepEqual(ofCustomers(customers), ['江南零售 2', '远景能源 2']);
    const whole = await sums(groupBy, 'count,avg(amount)', ...groupBy.split(','));
    assert.deepEqual(whole, [{ count: 4, 'avg(amount)': '1300.1667' }]);
  });

  it('add those of a reference within which a field of its own is told, and across others', async () => {
    const [customer, inner] = ['account,account.name', 'account.owner,account.owner.name,owner,owner.name'];
    const customers = await sums(`${customer},${inner}`, 'count', ...inner.split(','));
    assert.deepEqual(ofCustomers(customers), ['江南零售 2', '远景能源 2']);
  });

  it('tell instants by the reader’s days: a month holds its last day too', async () => {
    const { groups } = await aggregate(ask, { groupBy: 'createdAt.month', measures: 'count' });
    const [month = ''] = groups.map((group) => String(group['createdAt.month']));
    const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1));
    const where = { createdAt: { gte: `${month}-01`, lt: next.toISOString().slice(0, 10) } };
    const asked = new URLSearchParams({ where: JSON.stringify(where), count: 'true' });
    const { status, body } = await ask('GET', `/api/records/opportunity?${asked}`);
    assert.deepEqual([status, body.count], [200, groups[0]?.count], JSON.stringify(body));
  });

  it('count for each reader what he may see, in every sum', async () => {
    const seen = { groupBy: 'stage', measures: 'count,sum(amount)', totals: 'true' };
    const { totals } = await aggregate(wei, seen);
    assert.deepEqual(totals, [{ over: ['stage'], values: { count: 1, 'sum(amount)': '7.00' } }]);
  });

  it('are kept by anybody for himself and offered to all; only who made one changes it', async () => {
    const settings = { rows: ['stage'], measures: ['count', 'sum(amount)'], chart: 'funnel' };
    const values = { name: '我的漏斗', object: 'opportunity', settings };
    const made = await wei('POST', '/api/records/report', values);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { id } = made.body;
    const lan = await product.colleague({
      ...{ name: '兰', email: 'lan@hengyue.example', roles: ['salesRepresentative'] },
    });
    assert.equal((await lan('GET', `/api/records/report/${id}`)).status, 404);
    await wei('PATCH', `/api/records/report/${id}`, { everybody: true });
    assert.deepEqual((await lan('GET', `/api/records/report/${id}`)).body.settings, settings);
    assert.equal((await lan('PATCH', `/api/records/report/${id}`, { name: '别人的' })).status, 403);

    const board = (await wei('POST', '/api/records/dashboard', { name: '周一早会' })).body.id;
    const tile = await wei('POST', '/api/records/dashboardTile', {
      dashboard: board,
      report: id,
      width: 'whole',
    });
    assert.equal(tile.status, 201, JSON.stringify(tile.body));
    assert.equal((await lan('GET', `/api/records/dashboardTile/${tile.body.id}`)).status, 404);
    await wei('PATCH', `/api/records/dashboard/${board}`, { everybody: true });
    assert.equal((await lan('GET', `/api/records/dashboardTile/${tile.body.id}`)).body.name, '我的漏斗');
    assert.equal((await lan('DELETE', `/api/records/dashboardTile/${tile.body.id}`)).status, 403);

    const another = (shown: object) =>
      wei('POST', '/api/records/dashboardTile', { dashboard: board, ...shown });
    assert.equal((await another({ declared: 'account.untouched' })).status, 201);
    for (const [shown, status] of [
      [{}, 422],
      [{ report: id, declared: 'account.untouched' }, 422],
      [{ declared: 'account.untouched' }, 422],
    ] as const)
      assert.equal((await another(shown)).status, status, `one report, once: ${JSON.stringify(shown)}`);
  });

  it('ANA-09 count how many parts of the calendar lie between two dates, as cohorts do', async () => {
    await make('opportunity', { name: '同期', account: retail, closeDate: '2030-03-01' });
    await make('opportunity', { name: '同期', account: retail, closeDate: '2030-04-30' });
    const cohort = async (part: string) => {
      const name = `closeDate.${part}sSince(createdAt)`;
      const where = JSON.stringify({ name: '同期' });
      const { groups } = await aggregate(ask, {
        ...{ groupBy: `createdAt.month,${name}`, measures: 'count', where, totals: 'true' },
      });
      const [year = 0, month = 0] = String(groups[0]?.['createdAt.month']).split('-').map(Number);
      return {
        counts: groups.map((group) => [group[name], group.count]),
        months: (2030 - year) * 12 + 3 - month,
      };
    };
    const { counts, months } = await cohort('month');
    assert.deepEqual(counts, [
      [months, 1],
      [months + 1, 1],
    ]);
    assert.equal((await cohort('quarter')).counts.length, 2);
    const refused = await ask(
      'GET',
      `/api/records/opportunity/aggregate?groupBy=${encodeURIComponent('name.monthsSince(createdAt)')}`,
    );
    assert.equal(refused.status, 422);
  });

  describe('CUS-14 ready-made, for everybody from the first day', () => {
    const day = 24 * 3600_000;
    const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
    const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format();

    /** The groups of a report, each with its number and that of the list that it leads to. */
    const told = async (who: Asking, meta: Meta, name: string) => {
      const { object, settings } = meta.reports.find((each) => each.name === name) as Meta['reports'][number];
      const question = questionOf(meta, object, settings, today());
      const { groupBy = '', measures, where } = question.query;
      const asked = {
        groupBy,
        measures: `count,${measures}`,
        ...(where !== undefined && { where: JSON.stringify(where) }),
      };
      const url = `/api/records/${object}`;
      const { status, body } = await who('GET', `${url}/aggregate?${new URLSearchParams(asked as never)}`);
      assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`);
      const fields = [...question.rows, ...(question.columns ? [question.columns] : [])];
      return Promise.all(
        (body.groups as Values[]).map(async (group) => {
          const inGroups = fields.map((field) => ({ field, value: group[field.name] ?? null }));
          const behind = JSON.stringify(recordsBehind(settings, inGroups, today()) ?? {});
          const list = await who('GET', `${url}?${new URLSearchParams({ where: behind, count: 'true' })}`);
          return { of: inGroups.map(({ value }) => value), count: group.count, listed: list.body.count };
        }),
      );
    };

    before(async () => {
      const quiet = async (name: string, days: number) => {
        const id = await make('account', { name, owner: wei.id, phone: '021-55512345' });
        await make('call', {
          ...{ subject: '回访', status: 'done', startedAt: ago(days), owner: wei.id },
          regarding: { object: 'account', id },
        });
      };
      await Promise.all([quiet('昨日客户', 1), quiet('上月客户', 40), quiet('去冬客户', 200)]);
      await make('lead', { name: '从未联系', owner: wei.id, mobile: '13812345678' });
    });

    it('tell what lies still and what is not known, each number leading to as many records', async () => {
      const meta = (await wei('GET', '/api/meta')).body as Meta;
      const untouched = await told(wei, meta, 'account.untouched');
      assert.deepEqual(
        untouched.filter(({ of: [owner] }) => owner === wei.id).map(({ of, count }) => [of[1], count]),
        [
          [0, 1],
          [30, 1],
          [90, 1],
        ],
        'each by how long ago the last touch was; what others have is not counted',
      );
      const lead = await told(wei, meta, 'lead.neverTouched');
      assert.deepEqual(
        lead.map(({ of }) => of),
        [[wei.id, 0]],
      );
      for (const { name } of meta.reports)
        for (const { of, count, listed } of await told(wei, meta, name))
          assert.equal(listed, count, `${name} ${JSON.stringify(of)}`);
    });

    it('are called in the reader’s language, and only told to who may know what they ask for', async () => {
      const label = async (who: Asking) => {
        const { reports } = (await who('GET', '/api/meta')).body as Meta;
        return reports.find(({ name }) => name === 'opportunity.quiet');
      };
      assert.equal((await label(wei))?.label, '14 天无活动的进行中商机');
      assert.equal((await label(wei))?.dashboard?.label, '数据质量');
      await wei('PATCH', '/api/me', { locale: 'en' });
      assert.equal((await label(wei))?.label, 'Open opportunities, no activity for 14 days');
      const stranger = await product.colleague({ name: '客服', email: 'kf@hengyue.example', roles: [] });
      assert.equal(await label(stranger), undefined);
    });
  });

  it('group only dates by how long ago, and only percentages in bands', async () => {
    for (const name of ['name.age', 'amount.share', 'closeDate.share', 'nothing.age']) {
      const { status, body } = await ask('GET', `/api/records/opportunity/aggregate?groupBy=${name}`);
      assert.deepEqual([status, body.errors?.[0]?.field], [422, name]);
    }
  });

  it('refuse by name what is no setting of a report', async () => {
    for (const [settings, field] of [
      ['漏斗', 'settings'],
      [{ rows: ['stage', 'owner', 'account'] }, 'settings.rows'],
      [{ measures: 'count' }, 'settings.measures'],
      [{ chart: 'word cloud' }, 'settings.chart'],
      [{ period: { field: 'closeDate' } }, 'settings.period'],
      [{ constructor: 'x' }, 'settings.constructor'],
    ] as readonly (readonly [unknown, string])[]) {
      const values = { name: '错误的', object: 'opportunity', settings };
      const { status, body } = await ask('POST', '/api/records/report', values);
      assert.deepEqual([status, body.errors?.[0]?.field], [422, field], JSON.stringify(body));
    }
  });

  describe('ANA-09 on a map', () => {
    const where = JSON.stringify({ name: { startsWith: '图上' } });
    const map = async (who: Asking, object: string, parameters: Readonly<Record<string, string>>) => {
      const { status, body } = await who(
        'GET',
        `/api/records/${object}/map?${new URLSearchParams(parameters)}`,
      );
      return { status, body };
    };
    const position = async (id: string) => (await ask('GET', `/api/records/account/${id}`)).body.position;
    const shanghai = { latitude: 31.2222, longitude: 121.4581, exactness: 'city', place: 'CN-SH/1796236' };
    let pudong = '';

    before(async () => {
      pudong = await make('account', {
        ...{ name: '图上浦东', owner: wei.id },
        address: { street: '浦东新区世纪大道 100 号', city: '上海市', country: 'CN' },
      });
      await make('account', { name: '图上静安', address: { street: '南京西路 1266 号', city: '上海' } });
      await make('account', { name: '图上伦敦', address: { city: 'London', country: 'UK' } });
      await make('account', { name: '图上无名', address: { city: '某某' } });
    });

    it('an address tells where a record is, as exactly as its district or city, until somebody knows better', async () => {
      const id = await make('account', {
        name: '定位',
        address: { street: '南京西路 1 号', city: '上海市' },
      });
      const address = `/api/records/account/${id}`;
      assert.deepEqual(await position(id), shanghai);
      await ask('PATCH', address, { address: { city: '湘潭市', region: '湖南省' } });
      assert.equal((await position(id)).place.slice(0, 5), 'CN-HN');
      const given = { latitude: 31.2304, longitude: 121.4737 };
      const { body } = await ask('PATCH', address, { position: '31.2304，121.4737' });
      assert.deepEqual(body.position, { ...given, place: 'CN-SH/1796236' });
      await ask('PATCH', address, { address: { city: '北京市' } });
      assert.deepEqual(
        await position(id),
        { ...given, place: 'CN-SH/1796236' },
        'a correction by hand stays',
      );
      await ask('PATCH', address, { position: null });
      assert.equal((await position(id)).place.slice(0, 5), 'CN-BJ', 'without it the address tells again');
      const refused = await ask('PATCH', address, { position: '91, 20' });
      assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'position']);
    });

    it('records near each other are counted together by the server, for the window that is shown and what the reader may see', async () => {
      const china = { place: 'position', window: '73,18,135,54', where };
      const { body } = await map(ask, 'account', { ...china, zoom: '4' });
      assert.deepEqual([body.count, body.inside, body.unplaced], [4, 2, 1]);
      const unplaced = encodeURIComponent(
        JSON.stringify({ and: [{ name: { startsWith: '图上' } }, { position: null }] }),
      );
      const { records } = (await ask('GET', `/api/records/account?where=${unplaced}`)).body;
      assert.deepEqual(
        records.map(({ name }: Values) => name),
        ['图上无名'],
      );
      const none = await map(ask, 'account', { ...china, where: '{"name":"图上乌有"}' });
      assert.deepEqual(none.body, { count: 0, inside: 0, unplaced: 0, groups: [] });
      assert.deepEqual(
        body.groups.map(({ count, exactness }: Values) => [count, exactness]),
        [[2, 'city']],
      );
      const near = await map(ask, 'account', { ...china, zoom: '12' });
      assert.deepEqual(
        near.body.groups.map(({ count }: Values) => count),
        [1, 1],
      );
      assert.ok(
        near.body.groups.some(({ id, exactness }: Values) => id === pudong && exactness === 'district'),
      );
      const hers = await product.colleague({
        ...{ name: '岚', email: 'lan2@hengyue.example', roles: ['salesRepresentative'] },
      });
      const own = JSON.stringify({ name: { startsWith: '图上' }, owner: '$actor' });
      assert.deepEqual((await map(hers, 'account', { ...china, where: own })).body.groups, []);
      assert.equal((await map(wei, 'account', { ...china, where: own })).body.inside, 1);
    });

    it('what has no place of its own is where the record is that it refers to', async () => {
      await make('opportunity', { name: '图上项目', account: pudong });
      const { body } = await map(ask, 'opportunity', { place: 'account.position', where });
      assert.deepEqual([body.inside, body.groups[0].exactness], [1, 'district']);
    });

    it('a list holds what lies in a window, in a region or a city, or nowhere', async () => {
      const names = async (condition: object) => {
        const both = JSON.stringify({ and: [JSON.parse(where), { position: condition }] });
        const { body } = await ask(
          'GET',
          `/api/records/account?${new URLSearchParams({ where: both, sort: 'name', select: 'name' })}`,
        );
        return body.records?.map(({ name }: { name: string }) => name) ?? body.errors[0].code;
      };
      assert.deepEqual(await names({ within: [121.49, 31, 122, 32] }), ['图上浦东']);
      assert.deepEqual(
        await names({ within: [170, 31, 125, 32] }),
        ['图上静安', '图上浦东'],
        'over the date line',
      );
      assert.deepEqual(await names({ in: ['CN-SH'] }), ['图上静安', '图上浦东']);
      assert.deepEqual(await names({ in: ['CN'] }), ['图上静安', '图上浦东']);
      assert.deepEqual(await names({ nin: ['CN-SH/1796236', 'GB'] }), ['图上无名']);
      assert.deepEqual(await names({ isNull: true }), ['图上无名']);
      assert.equal(await names({ within: [1, 2, 3] }), 'notAWindow');
      assert.equal(await names({ in: ['上海'] }), 'notAPlace');
    });

    it('a report counts by city or by province and country, called in the language of whoever asks, and drawn where they are', async () => {
      const asked = new URLSearchParams({ groupBy: 'position.region', measures: 'count', where });
      const { body } = await ask('GET', `/api/records/account/aggregate?${asked}`);
      assert.deepEqual(
        body.groups.map((group: Values) => [group['position.region'], group.count]),
        [
          ['CN-SH', 2],
          ['GB', 1],
          [null, 1],
        ],
      );
      assert.deepEqual([body.places['CN-SH'].name, body.places.GB.name], ['上海市', '英国']);
      asked.set('groupBy', 'position.city');
      const cities = await ask('GET', `/api/records/account/aggregate?${asked}`);
      assert.equal(cities.body.places['CN-SH/1796236'].latitude, 31.2222);
    });

    it('refuse by name what is no map', async () => {
      for (const [parameters, field] of [
        [{ place: 'name' }, 'place'],
        [{ place: 'nothing' }, 'place'],
        [{ window: '1,2,3' }, 'window'],
        [{ zoom: '40' }, 'zoom'],
      ] as const) {
        const { status, body } = await map(ask, 'account', parameters as unknown as Record<string, string>);
        assert.deepEqual([status, body.errors?.[0]?.field], [422, field], JSON.stringify(body));
      }
    });
  });
});
