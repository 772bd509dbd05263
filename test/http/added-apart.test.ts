import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { asSystem } from '#engine/access/actor.ts';
import { uuidv7 } from '#engine/database/uuid.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { createRecords } from '#engine/records/create.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { eventually } from '#test/eventually.ts';
import { statementsOn } from './noted-statements.ts';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;
interface Versioned {
  readonly id: string;
  readonly version: number;
}

describe('CUS-03 fifty fields that a company adds', () => {
  let product: Product;
  let stranger: Asking;
  /** Every statement on accounts and contacts, on any connection of the server. */
  let run: string[];
  const list = '/api/records/account?select=name,owner.name&sort=name&count=true';
  const all = '/api/records/contact?limit=5';

  before(async () => {
    product = await startProduct();
    stranger = await otherCompany();
    await product.ask('POST', '/api/records/account', { name: '星河贸易' });
    run = statementsOn(product.serving, /"ws_\w+"\."(account|contact)"/);
  });

  /** The administrator of a second company in the same installation. */
  async function otherCompany(): Promise<Asking> {
    const { pool, registry, database, as, app } = product;
    const [currency, locale, timeZone] = ['CNY', 'zh-CN', 'Asia/Shanghai'] as const;
    const settings = { company: '云岭茶业', currency, currencies: { CNY: '1' }, locale, timeZone };
    const identity = await createIdentity({ pool, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' });
    const own = { name: 'yunling', label: settings.company, schema: 'ws_yunling' };
    const workspace = workspaceOf({ ...own, settings });
    await migrateWorkspace(database, registry, workspace, new Date());
    await identity.workspaces.create({ name: 'yunling', settings });
    const actor = asSystem('set-up of a second workspace');
    const [id, email, name] = [uuidv7(), 'duan@yunling.example', '段小云'];
    await createRecords({ registry, database, actor, workspace, now: Date.now() }, registry.people, [
      { id, values: { name, email, roles: ['administrator'], locale: 'zh-CN' } },
    ]);
    const password = 'spring tea before the rain';
    await identity.people.createSignIn({ workspace: 'yunling', userId: id, email, name, password });
    const payload = { email, password };
    const signedIn = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload });
    const cookie = signedIn.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
    return as({ cookie });
  }

  async function statementsOf(url: string, asking: Asking = product.ask): Promise<readonly string[]> {
    run.length = 0;
    const { status, body } = await asking('GET', url);
    assert.equal(status, 200, JSON.stringify(body));
    return [...run];
  }

  it('and twenty objects change no statement of a list that does not show them, and cost one that does no statement more', async () => {
    const before = [await statementsOf(list), await statementsOf(all, stranger)];
    assert.deepEqual(
      before.map(({ length }) => length),
      [1, 1],
    );
    for (const object of ['account', 'contact']) {
      const types = ['text', 'money', 'date', 'integer', 'boolean'];
      const definitions = Array.from({ length: 25 }, (_, index) => ({
        ...{ object, type: types[index % types.length], name: `extra${index}`, labelEn: `Extra ${index}` },
      }));
      const made = await product.ask('POST', '/api/records/customField', definitions);
      assert.equal(made.status, 201, JSON.stringify(made.body));
    }
    const objects = Array.from({ length: 20 }, (_, index) => ({
      ...{ name: `kind${index}`, labelEn: `Kind ${index}`, access: 'all' },
    }));
    const kinds = await product.ask('POST', '/api/records/customObject', objects);
    assert.equal(kinds.status, 201, JSON.stringify(kinds.body));
    assert.deepEqual([await statementsOf(list), await statementsOf(all, stranger)], before);
    const wide =
      '/api/records/account?select=name,extra0_c,extra1_c&where={"extra3_c":{"isNull":true}}&count=true';
    assert.equal((await statementsOf(wide)).length, 1);
    assert.equal((await statementsOf(all)).length, 1);
  });

  it('are nothing to another company: neither seen nor taken, and of the same name there are others', async () => {
    const own = (await stranger('POST', '/api/records/account', { name: '茶庄' })).body;
    assert.ok(!Object.keys(own).some((name) => name.endsWith('_c')));
    const written = await stranger('PATCH', `/api/records/account/${own.id}`, { extra0_c: 'x' });
    assert.deepEqual([written.status, written.body.errors[0].code], [422, 'unknownField']);
    assert.deepEqual((await stranger('GET', '/api/records/customField')).body.records, []);
    assert.deepEqual((await stranger('GET', '/api/records/customObject')).body.records, []);
    assert.equal((await stranger('GET', '/api/records/kind0_c')).status, 404);
    const [kind] = (await product.ask('GET', '/api/records/customObject?limit=1')).body.records;
    for (const [method, url] of [
      ['GET', `/api/objects/${kind.id}/consequences`],
      ['DELETE', `/api/objects/${kind.id}`],
    ] as const)
      assert.equal((await stranger(method, url)).status, 404, url);
    assert.equal((await stranger('POST', '/api/records/customObject', { name: 'kind0' })).status, 201);
    const same = { object: 'account', type: 'date', name: 'extra0', labelZh: '采摘日' };
    assert.equal((await stranger('POST', '/api/records/customField', same)).status, 201);
    const dated = await stranger('PATCH', `/api/records/account/${own.id}`, { extra0_c: '2026-04-05' });
    assert.equal(dated.body.extra0_c, '2026-04-05');
    const [ours] = (await product.ask('GET', '/api/records/account?select=extra0_c')).body.records;
    assert.equal(ours.extra0_c, null);
    const { records } = (await product.ask('GET', '/api/records/customField?limit=1')).body;
    for (const [method, url] of [
      ['GET', `/api/fields/${records[0].id}/consequences`],
      ['DELETE', `/api/fields/${records[0].id}`],
    ] as const)
      assert.equal((await stranger(method, url)).status, 404, url);
  });

  describe('WFL-01 automations that a company draws', () => {
    const draw = (values: object, asking = product.ask) =>
      asking('POST', '/api/records/automation', { active: true, ...values });
    const drawn = async (values: object) => {
      const { status, body } = await draw(values);
      assert.equal(status, 201, JSON.stringify(body));
      return body as { id: string; version: number };
    };
    const make = async (object: string, values: object): Promise<Json> => {
      const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
      assert.equal(status, 201, JSON.stringify(body));
      return body;
    };
    const change = async (object: string, { id, version }: Versioned, values: object): Promise<Json> => {
      const answer = await product.ask('PATCH', `/api/records/${object}/${id}`, { ...values, version });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };
    const runsOf = async ({ id }: { id: string }): Promise<Json[]> =>
      (await product.ask('GET', `/api/automation-runs?automation=custom.${id}`)).body.runs;
    const run = (automation: { id: string }, state: string) =>
      eventually(async () => (await runsOf(automation)).find((one) => one.state === state));
    const found = (object: string, where: object) =>
      eventually(async () => {
        const query = encodeURIComponent(JSON.stringify(where));
        return (await product.ask('GET', `/api/records/${object}?where=${query}`)).body.records[0] as Json;
      });
    const refused = ({ status, body }: Answer) => {
      assert.equal(status, 422, JSON.stringify(body));
      return body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    };

    it('work at once: by a condition through a reference they change, make, tell and wait, in the name of who set them off', async () => {
      const automation = await drawn({
        name: '大单跟进',
        object: 'opportunity',
        trigger: { on: 'updated', fields: ['amount'] },
        where: { and: [{ amount: { gte: '100000' } }, { 'account.industry': 'retail' }] },
        steps: [
          { key: 'a', do: 'update', through: 'account', values: { phone: '010-88886666' } },
          {
            ...{ key: 'b', do: 'create', object: 'task' },
            values: {
              subject: '$text:跟进 {name}（{account}）',
              owner: '$record.owner',
              regarding: '$record',
              dueAt: '$now+3',
            },
          },
          { key: 'c', do: 'notify', to: ['$record.owner', '$actor'], says: '{account}：{amount} 的大单' },
          { key: 'd', do: 'wait', seconds: 3600 },
          { key: 'e', do: 'update', values: { description: 'x' } },
        ],
      });
      const account = await make('account', { name: '远山百货', industry: 'retail' });
      const opportunity = await make('opportunity', {
        ...{ name: '秋季陈列', account: account.id, stage: 'prospecting', closeDate: '2027-03-01' },
      });
      await change('opportunity', opportunity, { amount: { amount: '250000', currency: 'CNY' } });
      const task = await found('task', { subject: '跟进 秋季陈列（远山百货）' });
      assert.equal(task.owner.id ?? task.owner, opportunity.owner.id ?? opportunity.owner);
      assert.equal(task.createdBy.id ?? task.createdBy, opportunity.createdBy.id ?? opportunity.createdBy);
      const waiting = await eventually(async () =>
        (await runsOf(automation)).find(({ state, step }) => state === 'waiting' && step === 4),
      );
      assert.equal(waiting.called, '秋季陈列');
      assert.equal(
        (await product.ask('GET', `/api/records/account/${account.id}`)).body.phone,
        '010-88886666',
      );
      const { notifications } = (await product.ask('GET', '/api/notifications')).body;
      const told = notifications.filter(({ kind }: Json) => kind === 'automation.told');
      assert.deepEqual(
        told.map(({ text }: Json) => text),
        ['远山百货：CNY 250000.00 的大单'],
      );
      const { body } = await product.ask('GET', `/api/records/account/${account.id}/timeline`);
      assert.match(JSON.stringify(body), /大单跟进/);
    });

    it('do not set themselves off, by whichever step, and a chain of several ends with its reason', async () => {
      const verb = await drawn({
        ...{ name: '自我循环', object: 'task', trigger: { on: 'updated' } },
        steps: [{ key: 'a', do: 'action', action: 'activities.completeTask' }],
      });
      await change('task', await make('task', { subject: '擦橱窗' }), { subject: '擦橱窗两遍' });
      await run(verb, 'done');
      const there = await drawn({
        ...{ name: '去', object: 'kind0_c', trigger: { on: 'created' } },
        steps: [{ key: 'a', do: 'create', object: 'kind1_c', values: { name: '$record.name' } }],
      });
      const back = await drawn({
        ...{ name: '回', object: 'kind1_c', trigger: { on: 'created' } },
        steps: [{ key: 'a', do: 'create', object: 'kind0_c', values: { name: '$record.name' } }],
      });
      await make('kind0_c', { name: '一号机' });
      const ended = await eventually(async () =>
        [...(await runsOf(there)), ...(await runsOf(back))].find(({ state }) => state === 'failed'),
      );
      assert.equal(ended.reason, 'chain');
      assert.equal((await runsOf(there)).length, 4);
      await change('automation', back, { active: false });
      const itself = await drawn({
        ...{ name: '自己', object: 'kind1_c', trigger: { on: 'created' } },
        steps: [{ key: 'a', do: 'create', object: 'kind1_c', values: { name: '$text:{name} 又一个' } }],
      });
      await make('kind0_c', { name: '一号机' });
      const twice = await found('kind1_c', { name: '一号机 又一个' });
      assert.equal(
        (await runsOf(itself)).some(({ record }) => record === twice.id),
        false,
      );
    });

    it('tell of what was deleted, which they can no longer change', async () => {
      const values = { name: '$text:补 {name}' };
      const base = { name: '补货', object: 'kind0_c', trigger: { on: 'deleted' } };
      const late = { ...base, steps: [{ key: 'a', do: 'update', values: { name: 'x' } }] };
      assert.deepEqual(refused(await draw(late)), ['steps.0.do notAfterDeletion']);
      const steps = [
        { key: 'a', do: 'create', object: 'kind1_c', values },
        { key: 'b', do: 'notify', to: ['$actor'], says: '{name} 没有了' },
      ];
      const automation = await drawn({ ...base, steps });
      const { id } = await make('kind0_c', { name: '旧机' });
      assert.equal((await product.ask('DELETE', `/api/records/kind0_c/${id}`)).status, 204);
      await found('kind1_c', { name: '补 旧机' });
      await run(automation, 'done');
      const { notifications } = (await product.ask('GET', '/api/notifications')).body;
      assert.ok(notifications.some(({ text }: Json) => text === '旧机 没有了'));
    });

    it('rest while they are off, go on at their step when they are on, and what is gone ends as let go', async () => {
      const steps = [
        { key: 'wait', do: 'wait', seconds: 60 },
        { key: 'then', do: 'create', object: 'kind1_c', values: { name: '$text:之后 {name}' } },
      ];
      const automation = await drawn({
        ...{ name: '稍后', object: 'kind0_c', trigger: { on: 'created' }, steps },
      });
      const machine = await make('kind0_c', { name: '二号机' });
      await eventually(async () => (await runsOf(automation)).find(({ step }) => step === 1));
      const off = await change('automation', automation, { active: false });
      const due = 'update ws_main.automation_run set wake = now() where automation = $1';
      await product.pool.query(due, [`custom.${automation.id}`]);
      const meanwhile = await drawn({
        ...{ name: '见证', object: 'kind0_c', trigger: { on: 'updated' } },
        steps: [{ key: 'a', do: 'create', object: 'kind1_c', values: { name: '见证' } }],
      });
      await change('kind0_c', machine, { name: '二号机乙' });
      await run(meanwhile, 'done');
      assert.equal((await runsOf(automation))[0]?.state, 'waiting');
      // Steps that are put before the one where a run stands do not move it.
      const on = { active: true, steps: [{ ...steps[0], key: 'other' }, ...steps] };
      const changed = await change('automation', off, on);
      await found('kind1_c', { name: '之后 二号机乙' });
      await run(automation, 'done');
      await make('kind0_c', { name: '三号机' });
      await run(automation, 'waiting');
      await change('automation', changed, { steps: [{ key: 'new', do: 'wait', seconds: 60 }] });
      // Whoever is at a run already may take one more step of those that were.
      const skipped = await eventually(async () => {
        await product.pool.query(due, [`custom.${automation.id}`]);
        return (await runsOf(automation)).find(({ state }) => state === 'skipped');
      });
      assert.equal(skipped.reason, 'stepGone');
    });

    it('say where they are wrong, touch neither rights nor definitions, and are tried no further than they are drafts', async () => {
      const base = { name: '坏的', object: 'opportunity', trigger: { on: 'created' } };
      const step = (values: object) => draw({ ...base, steps: [{ key: 'a', ...values }] }).then(refused);
      assert.deepEqual(await step({ do: 'update', values: { stage: 'sold', nothing: 1 } }), [
        'steps.0.values.stage notAChoice',
        'steps.0.values.nothing unknownField',
      ]);
      assert.deepEqual(await step({ do: 'update', values: { name: '$secret' } }), [
        'steps.0.values.name unknownValue',
      ]);
      assert.deepEqual(await step({ do: 'update', through: 'owner', values: { roles: ['administrator'] } }), [
        'steps.0.through noSuchPath',
      ]);
      for (const object of ['user', 'share', 'roleRight', 'automation', 'customField', 'consent', 'absence'])
        assert.deepEqual(await step({ do: 'create', object, values: { name: 'x' } }), [
          'steps.0.object notOpenToSteps',
        ]);
      assert.deepEqual(await step({ do: 'action', action: 'administration.handOver' }), [
        'steps.0.action noSuchAction',
      ]);
      assert.deepEqual(await step({ do: 'notify', to: ['$record.name'], says: "{name'); drop}" }), [
        'steps.0.to notAPerson',
      ]);
      assert.deepEqual(await step({ do: 'keepGuests' }), ['steps.0.do notSteps']);
      assert.deepEqual(await step({ do: 'wait', seconds: 1e12 }), ['steps.0.seconds notSteps']);
      assert.deepEqual(await step({ do: 'wait', seconds: 60, more: 1 }), ['steps.0.more notSteps']);
      assert.deepEqual(refused(await draw({ ...base, steps: 'x' })), ['steps notSteps']);
      assert.deepEqual(
        refused(await draw({ ...base, trigger: { on: 'time', field: 'name', offset: 0 }, steps: [] })),
        ['trigger.field notADateField', 'steps required'],
      );
      assert.deepEqual(
        refused(await draw({ ...base, where: { '__proto__.x': 1, nothing: 2 }, steps: [] })).length,
        2,
      );
      assert.deepEqual(refused(await draw({ ...base, object: 'automation', steps: [] })), [
        'object noSuchObject',
      ]);
      const draft = { ...base, active: false, steps: [{ key: 'a', do: 'update', values: { nothing: 1 } }] };
      const kept = await drawn(draft);
      const on = await product.ask('PATCH', `/api/records/automation/${kept.id}`, {
        active: true,
        version: kept.version,
      });
      assert.deepEqual(refused(on), ['steps.0.values.nothing unknownField']);
      const seller = await product.colleague({
        ...{ name: '林晓', email: 'lin@xinghe.example', roles: ['salesManager'] },
      });
      assert.equal((await draw(base, seller)).status, 403);
      assert.equal((await seller('GET', '/api/automation-runs')).status, 403);
      assert.equal((await stranger('GET', `/api/records/automation/${kept.id}`)).status, 404);
      assert.deepEqual((await stranger('GET', '/api/automation-runs')).body.runs, []);
    });

    it('rest with a reason, and hinder nothing, when a field that they name is put away', async () => {
      const field = await make('customField', {
        object: 'kind0_c',
        type: 'text',
        name: 'place',
        labelZh: '位置',
      });
      const automation = await drawn({
        ...{ name: '位置', object: 'kind0_c', trigger: { on: 'created' } },
        steps: [{ key: 'a', do: 'update', values: { place_c: '仓库' } }],
      });
      const consequences = (await product.ask('GET', `/api/fields/${field.id}/consequences`)).body;
      assert.deepEqual(consequences.dependents, [
        { kind: 'records', name: 'automation', label: '', count: 1, examples: ['位置'] },
      ]);
      assert.equal((await product.ask('DELETE', `/api/records/customField/${field.id}`)).status, 204);
      await make('kind0_c', { name: '四号机' });
      const { faults } = (await product.ask('GET', '/api/fields/faults')).body;
      const mine = faults.find(({ id }: Json) => id === automation.id);
      assert.deepEqual(
        mine.errors.map(({ field: at, code }: Json) => `${at} ${code}`),
        ['steps.0.values.place_c unknownField'],
      );
      assert.deepEqual(await runsOf(automation), []);
    });

    it('ADM-05 go out and come in as text, with what they name', async () => {
      const { body } = await product.ask('GET', '/api/configuration');
      const entry = body.records.automation.find(({ name }: Json) => name === '大单跟进');
      assert.equal(entry.steps.length, 5);
      assert.deepEqual(Object.keys(entry).includes('id'), false);
      const records = { automation: [{ ...entry, active: false }] };
      const { status, body: plan } = await product.ask('POST', '/api/configuration/plan', {
        ...body,
        records,
      });
      assert.equal(status, 200, JSON.stringify(plan));
    });
  });
});
