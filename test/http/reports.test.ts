import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
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

  it('add subtotals and the whole, what a reference names standing with it', async () => {
    const groupBy = 'account,account.name,closeDate.month';
    const where = JSON.stringify({ name: '项目' });
    const { groups, totals } = await aggregate(ask, {
      groupBy,
      measures: 'count,avg(amount)',
      totals: 'true',
      where,
    });
    const over = (...names: string[]) =>
      totals.filter((each) => each.over.join() === names.join()).map(({ values }) => values);
    assert.deepEqual(
      over('account', 'account.name').map((group) => [group['closeDate.month'], group.count]),
      [
        ['2026-01', 2],
        ['2026-02', 1],
        [null, 1],
      ],
    );
    assert.deepEqual(
      new Map(over('closeDate.month').map((group) => [group.account, [group['account.name'], group.count]])),
      new Map([
        [retail, ['江南零售', 2]],
        [energy, ['远景能源', 2]],
      ]),
    );
    assert.deepEqual(over(...groupBy.split(',')), [{ count: 4, 'avg(amount)': '1300.1667' }]);
    assert.equal(totals.length, 3 + 2 + 1);
    assert.deepEqual(groups.map(({ count }) => count).sort(), [1, 1, 2]);
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
});
