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

  /** For each open opportunity of an account, in the order of their amounts. */
  const loop = (steps: readonly object[], values: object = {}) => ({
    ...{ key: 'a', do: 'forEach', object: 'opportunity', matching: { account: '$record' } },
    ...{ where: { stage: { nin: ['won', 'lost'] } }, sort: '-amount', limit: 1000, steps, ...values },
  });
  const calling = {
    ...{ key: 'b', do: 'create', object: 'task' },
    values: { subject: '$text:{$start.name}：跟进 {name}', regarding: '$record', owner: '$start.owner' },
  };
  const naming = { key: 'c', do: 'update', values: { nextStep: '$text:联系{$start.name}' } };
  const runOf = async (id: string): Promise<Json> => {
    const { body } = await product.ask('GET', `/api/automation-runs?automation=custom.${id}`);
    return body.runs[0];
  };
  const accountWith = async (name: string, ...opportunities: readonly object[]): Promise<Json> => {
    const account = await make('account', { name });
    for (const values of opportunities)
      await make('opportunity', {
        ...{ account: account.id, stage: 'prospecting', closeDate: '2027-03-01', ...values },
      });
    return account;
  };

  it('goes over the records of a related list, each in its order, and says what became of which', async () => {
    const told = { key: 'd', do: 'notify', to: ['$start.owner'], says: '{name} 已安排' };
    const branch = {
      ...{ key: 'e', do: 'branch', where: { amount: { gte: '5000' } }, steps: [calling] },
      otherwise: [{ key: 'f', do: 'notify', to: ['$record.owner'], says: '{name} 金额较小' }],
    };
    const automation = await make('automation', {
      ...{ name: '逐个跟进', object: 'account', active: true },
      ...{ trigger: { on: 'updated', fields: ['phone'] }, steps: [loop([naming, branch, told])] },
    });
    const account = await accountWith(
      '江海集团',
      { name: '一期', amount: '9000' },
      { name: '二期', amount: '100' },
      { name: '旧单', amount: '7000', stage: 'won' },
    );
    await accountWith('别家', { name: '别家的', amount: '9000' });
    await product.ask('PATCH', `/api/records/account/${account.id}`, { version: 1, phone: '021-55556666' });
    const run = await eventually(async () => {
      const found = await runOf(automation.id);
      return found?.state === 'done' ? found : undefined;
    });
    assert.deepEqual(
      run.loops.map(({ step, total, done, failed }: Json) => [step, total, done, failed]),
      [['a', 2, 2, 0]],
    );
    const { rounds } = (await product.ask('GET', `/api/automation-runs/${run.id}/rounds?step=a`)).body;
    assert.deepEqual(
      rounds.map(({ called, state }: Json) => [called, state]),
      [
        ['一期', 'done'],
        ['二期', 'done'],
      ],
    );
    assert.deepEqual(
      [
        await noted('江海集团：跟进 一期'),
        await noted('江海集团：跟进 二期'),
        await noted('江海集团：跟进 旧单'),
      ],
      [1, 0, 0],
    );
    const { records } = (await product.ask('GET', '/api/records/opportunity?select=name,nextStep&sort=name'))
      .body;
    assert.deepEqual(
      records
        .filter(({ nextStep }: Json) => nextStep)
        .map(({ name, nextStep }: Json) => [name, nextStep])
        .sort(),
      [
        ['一期', '联系江海集团'],
        ['二期', '联系江海集团'],
      ],
    );
    const { notifications } = (await product.ask('GET', '/api/notifications')).body;
    assert.equal(
      notifications.filter(({ text }: Json) => /已安排/.test(text)).length,
      2,
      JSON.stringify(notifications),
    );
    // Each of them the next time too, and what the text says of it comes with the configuration.
    const { body } = await product.ask('GET', '/api/configuration');
    const stored = body.records.automation.find(({ name }: Json) => name === '逐个跟进');
    assert.deepEqual(stored.steps, [loop([naming, branch, told])]);
    for (const address of ['rounds', 'rounds?step=a&offset=-1', 'rounds?step=a&offset=x'])
      assert.equal((await product.ask('GET', `/api/automation-runs/${run.id}/${address}`)).status, 422);
    assert.equal((await product.ask('GET', '/api/automation-runs/nothing/rounds?step=a')).status, 404);
  });

  it('tells at its step what of a loop cannot be', async () => {
    const attempt = async (...steps: readonly unknown[]) =>
      refused(
        await product.ask('POST', '/api/records/automation', {
          ...{ name: `错 ${Math.random()}`, object: 'account', active: true, trigger: { on: 'created' } },
          steps,
        }),
      );
    assert.deepEqual(await attempt(loop([])), ['steps.0.steps required']);
    assert.deepEqual(await attempt(loop([calling], { object: 'automation' })), [
      'steps.0.object noSuchObject',
    ]);
    assert.deepEqual(
      await attempt(
        loop([calling], {
          ...{ matching: { nothing: 1, account: null, name: '$record.nothing', amount: '5' } },
          ...{ where: { stage: 'never' }, sort: 'account,nothing' },
        }),
      ),
      [
        'steps.0.matching.nothing unknownField',
        'steps.0.matching.account required',
        'steps.0.matching.name noSuchPath',
        'steps.0.matching.amount notCompared',
        'steps.0.where notAChoice',
        'steps.0.sort notSortable',
      ],
    );
    for (const limit of [0, 1001, 1.5, '9', null])
      assert.deepEqual(await attempt(loop([calling], { limit })), ['steps.0.limit notSteps']);
    assert.deepEqual(await attempt(loop([calling], { matching: [], more: 1, steps: 7 })), [
      'steps.0.more notSteps',
      'steps.0.matching notSteps',
      'steps.0.steps notSteps',
    ]);
    assert.deepEqual(await attempt(loop([loop([calling], { key: 'x' })])), ['steps.0.steps.0.do notInALoop']);
    assert.deepEqual(await attempt(loop([{ key: 'w', do: 'wait', seconds: 60 }])), [
      'steps.0.steps.0.do notInALoop',
    ]);
    assert.deepEqual(
      await attempt(loop([{ key: 'n', do: 'notify', to: ['$start.nobody'], says: '{$start.name}' }])),
      ['steps.0.steps.0.to notAPerson', 'steps.0.steps.0.says noSuchPath'],
    );
    assert.deepEqual(await attempt({ key: 'u', do: 'update', values: { name: '$start.name' } }), [
      'steps.0.values.name noSuchPath',
    ]);
    const deep = (levels: number): object =>
      levels === 0
        ? { key: 'k0', do: 'notify', to: ['$actor'], says: '深' }
        : { key: `k${levels}`, do: 'branch', where: { name: '深' }, steps: [deep(levels - 1)] };
    assert.deepEqual(await attempt(loop([deep(3)])), ['steps.0.steps.0.steps.0.steps.0.do tooManyWithin']);
    const many = Array.from({ length: 31 }, (_, n) => ({ ...naming, key: `n${n}` }));
    assert.deepEqual(await attempt(loop(many)), ['steps tooMany']);
  });

  it('tries a loop with the records that it finds, and writes nothing', async () => {
    const amounts = Array.from({ length: 5 }, (_, n) => ({ name: `第${n}期`, amount: `${9 - n}000` }));
    const account = await accountWith('试运行集团', ...amounts);
    const { status, body } = await product.ask('POST', '/api/automations/trial', {
      ...{ object: 'account', trigger: { on: 'updated' }, where: null, sample: account.id },
      steps: [loop([calling, naming], { limit: 4 })],
    });
    assert.equal(status, 200, JSON.stringify(body));
    const [{ loop: came }] = body.steps;
    assert.deepEqual([came.total, came.taken, came.tried, came.failed, came.refused], [5, 4, 4, 0, []]);
    assert.deepEqual(
      came.rounds.map(({ name, steps }: Json) => [name, steps.map(({ wrote }: Json) => wrote.name)]),
      ['第0期', '第1期', '第2期'].map((name) => [name, [`试运行集团：跟进 ${name}`, name]]),
    );
    assert.equal(await noted('试运行集团：跟进 第0期'), 0);
    const nobody = await accountWith('没有商机');
    const none = await product.ask('POST', '/api/automations/trial', {
      ...{ object: 'account', trigger: { on: 'updated' }, where: null, sample: nobody.id },
      steps: [loop([calling])],
    });
    assert.deepEqual(none.body.steps[0].loop.taken, 0);
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
