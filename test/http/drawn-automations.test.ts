import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eventually } from '#test/eventually.ts';
import { type Answer, type Product, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;

describe('WFL-01 what a company draws', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });

  const make = async (object: string, values: object): Promise<Json> => {
    const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const noted = async (subject: string): Promise<number> => {
    const where = encodeURIComponent(JSON.stringify({ subject }));
    return (await product.ask('GET', `/api/records/task?where=${where}`)).body.records.length;
  };

  const refused = ({ status, body }: Answer) => {
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors.map(({ field, code }: Json) => `${field} ${code}`);
  };

  it('goes one of two ways as the record is by then, its account says which and why, and it goes out as text', async () => {
    const task = (key: string, subject: string) => ({
      key,
      do: 'create',
      object: 'task',
      values: { subject },
    });
    const branch = {
      ...{ key: 'a', do: 'branch', where: { name: { startsWith: '急' } } },
      ...{ steps: [task('b', '$text:加急 {name}')], otherwise: [task('c', '$text:照常 {name}')] },
    };
    const automation = await make('automation', {
      ...{ name: '分支', object: 'account', active: true, trigger: { on: 'created' }, steps: [branch] },
    });
    for (const name of ['急件快运', '平件快运']) await make('account', { name });
    const runs: Json[] = await eventually(async () => {
      const all = (await product.ask('GET', `/api/automation-runs?automation=custom.${automation.id}`)).body
        .runs;
      return all.length === 2 && all.every(({ state }: Json) => state === 'done') ? all : undefined;
    });
    assert.deepEqual(Object.fromEntries(runs.map(({ called, ways }) => [called, ways])), {
      急件快运: [{ step: 'a', way: 'met', unmet: [] }],
      平件快运: [{ step: 'a', way: 'otherwise', unmet: [{ name: { startsWith: '急' } }] }],
    });
    assert.deepEqual([await noted('加急 急件快运'), await noted('照常 急件快运')], [1, 0]);
    assert.deepEqual([await noted('加急 平件快运'), await noted('照常 平件快运')], [0, 1]);
    const { records } = (await product.ask('GET', '/api/configuration')).body;
    assert.deepEqual(records.automation[0].steps, [branch]);
  });

  it('is tried on a record by the same rules, and nothing of it stays', async () => {
    const account = await make('account', { name: '望江酒店', industry: 'hospitality' });
    const opportunity = await make('opportunity', {
      ...{ name: '大堂改造', account: account.id, stage: 'prospecting', closeDate: '2027-03-01' },
    });
    const where = { and: [{ 'account.industry': 'hospitality' }, { name: { contains: '大堂' } }] };
    const steps = [
      { key: 'a', do: 'update', through: 'account', values: { phone: '010-66668888' } },
      {
        ...{ key: 'b', do: 'branch', where: { 'account.phone': { isNull: true } } },
        steps: [{ key: 'c', do: 'wait', seconds: 60 }],
        otherwise: [{ key: 'd', do: 'notify', to: ['$record.owner'], says: '{account.phone} 可用' }],
      },
      { key: 'e', do: 'create', object: 'task', values: { subject: '$text:回访 {name}' } },
      { key: 'f', do: 'update', values: { name: '$record.description' } },
      { key: 'g', do: 'wait', seconds: 60 },
    ];
    const given = { object: 'opportunity', trigger: { on: 'updated' }, where, steps };
    const attempt = (values: object = {}, asking = product.ask) =>
      asking('POST', '/api/automations/trial', { ...given, sample: opportunity.id, ...values });
    const { status, body } = await attempt();
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual([body.sample.name, body.unmet], ['大堂改造', []]);
    const [filled, branch, told, made, refusedStep, ...others] = body.steps;
    assert.deepEqual(filled.wrote, {
      ...{ object: 'account', name: '望江酒店', made: false },
      // What follows from it is told too.
      fields: [
        { name: 'phone', before: null, after: '010-66668888' },
        { name: 'completeness', before: '30', after: '40' },
      ],
    });
    // What a step would write counts for those after it.
    assert.deepEqual([branch.key, branch.way, branch.unmet.length], ['b', 'otherwise', 1]);
    assert.deepEqual([told.told.length, told.says], [1, { text: '010-66668888 可用' }]);
    assert.deepEqual([made.wrote.object, made.wrote.name, made.wrote.made], ['task', '回访 大堂改造', true]);
    assert.deepEqual([refusedStep.key, refusedStep.errors[0].field], ['f', 'name']);
    assert.deepEqual(others, []);
    const now = await product.ask('GET', `/api/records/account/${account.id}`);
    assert.deepEqual([now.body.phone, now.body.version], [null, account.version]);
    assert.equal(await noted('回访 大堂改造'), 0);

    const other = await attempt({ where: { and: [where, { stage: 'won' }] } });
    assert.deepEqual([other.body.unmet, other.body.steps], [[{ stage: 'won' }], []]);
    const wrong = { key: 'h', do: 'update', values: { nothing: 1 } };
    assert.deepEqual(refused(await attempt({ steps: [wrong] })), ['steps.0.values.nothing unknownField']);
    assert.deepEqual(refused(await attempt({ object: 'automation' })), ['object noSuchObject']);
    assert.deepEqual(refused(await attempt({ sample: 7 })), ['sample required']);
    assert.deepEqual(refused(await attempt({ trigger: 'x', steps: { length: 1e9 } })), [
      'trigger notSteps',
      'steps notSteps',
    ]);
    assert.equal((await attempt({ sample: account.id })).status, 404);
    const won = {
      name: '电梯更新',
      account: account.id,
      stage: 'won',
      closeDate: '2027-03-01',
      amount: '5000',
    };
    const ordered = { key: 'o', do: 'action', action: 'salesCommerce.orderOpportunity' };
    const { id: sample } = await make('opportunity', won);
    const [deed] = (await attempt({ where: null, steps: [ordered], sample })).body.steps;
    assert.deepEqual(
      deed.also.map(({ object, kind, count }: Json) => [object, kind, count]),
      [
        ['order', 'create', 1],
        ['order', 'update', 1],
      ],
    );
    assert.equal((await product.ask('GET', '/api/records/order')).body.records.length, 0);
    const seller = await product.colleague({
      ...{ name: '周敏', email: 'zhou@xinghe.example', roles: ['salesManager'] },
    });
    assert.equal((await attempt({}, seller)).status, 403);
  });
});
