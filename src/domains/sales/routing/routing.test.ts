import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';

describe('a lead finds its owner', () => {
  let product: Product;
  let manager: Asking & { id: string };
  let wei: Asking & { id: string };
  let li: Asking & { id: string };
  let wang: Asking & { id: string };
  let rule = '';

  before(async () => {
    product = await startProduct();
    const hire = (name: string, email: string, role: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: [role] });
    manager = await hire('周敏', 'zhoumin', 'salesManager');
    [wei, li, wang] = [
      await hire('张伟', 'wei', 'salesRepresentative'),
      await hire('李薇', 'li', 'salesRepresentative'),
      await hire('王强', 'wang', 'salesRepresentative'),
    ];
    for (const { id } of [wei, li, wang])
      await product.ask('PATCH', `/api/records/user/${id}`, { manager: manager.id });
    const team = (await make('team', { name: '华中大区', members: [wei.id, li.id, wang.id] })).id;
    rule = (
      await make('routingRule', {
        name: '展会线索',
        sources: ['exhibition'],
        team,
        capacity: 2,
        firstTouchMinutes: 30,
      })
    ).id;
    await make('routingRule', { name: '湖南', position: 2, regions: '湖南、长沙', members: [wang.id] });
  });

  const make = async (object: string, values: object, ask: Asking = product.ask) => {
    const answer = await ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const read = async (id: string) => (await product.ask('GET', `/api/records/lead/${id}`)).body;
  const care = async (id: string) =>
    (await product.ask('GET', `/api/records/lead/${id}?select=firstTouchedAt,firstTouchLate`)).body;
  const act = (ask: Asking, verb: string, body: object) => ask('POST', `/api/actions/sales.${verb}`, body);
  const arrived = async (values: object) => {
    const { id } = await make('lead', { owner: null, ...values });
    return eventually(async () => ((await read(id)).routing === null ? undefined : read(id)));
  };
  const from = (name: string) => arrived({ name, source: 'exhibition' });

  it('SAL-22 goes round the team by itself, skips who is away, stops at capacity and then stays in the pool', async () => {
    const hour = 3_600_000;
    const away = {
      person: li.id,
      kind: 'leave',
      startsAt: new Date(Date.now() - hour).toISOString(),
      endsAt: new Date(Date.now() + hour).toISOString(),
    };
    await make('absence', away, li);
    const owners: string[] = [];
    for (const name of ['甲一', '乙二', '丙三', '丁四']) owners.push((await from(name)).owner);
    assert.deepEqual([...owners].sort(), [wei.id, wei.id, wang.id, wang.id].sort());
    assert.notEqual(owners[0], owners[1], 'one after the other');
    const last = await from('戊五');
    assert.deepEqual([last.owner, last.routing, last.routingRule], [null, 'nobodyFree', rule]);
    assert.match(last.routingDetail, /⏸ 李薇/);
    assert.match(last.routingDetail, /■ 王强 2\/2/);
    const { records } = (
      await wei('GET', `/api/records/lead?where=${encodeURIComponent('{"owner":null}')}&select=name`)
    ).body;
    assert.ok(
      records.some(({ name }: { name: string }) => name === '戊五'),
      'the pool is open to all',
    );
  });

  it('SAL-22 picks the first rule that fits, and leaves alone what none fits', async () => {
    const near = await arrived({
      name: '岳阳',
      source: 'phone',
      address: { region: '湖南省', city: '岳阳市' },
    });
    assert.equal(near.owner, wang.id);
    const { id } = await make('lead', {
      name: '远方',
      owner: null,
      source: 'phone',
      address: { city: 'Oslo' },
    });
    const routed = await act(manager, 'routeLead', { ids: [id] });
    assert.equal(routed.status, 200, JSON.stringify(routed.body));
    const far = await read(id);
    assert.deepEqual([far.owner, far.routing, far.version], [null, null, 1]);
    assert.equal((await act(wei, 'routeLead', { ids: [id] })).status, 403);
  });

  it('SAL-22 gives many that come at once to different people', async () => {
    const leads = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        make('lead', { name: `官网 ${n}`, owner: null, source: 'website' }),
      ),
    );
    await make('routingRule', { name: '官网', sources: ['website'], members: [wei.id, wang.id] });
    const answers = await Promise.all(leads.map(({ id }) => act(manager, 'routeLead', { ids: [id] })));
    // A lead that the automation has taken up meanwhile is not to be had any more.
    assert.ok(answers.every(({ status }) => [200, 409].includes(status)));
    const routed = async (id: string) => ((await read(id)).owner === null ? undefined : true);
    await Promise.all(leads.map(({ id }) => eventually(() => routed(id))));
    const owners = await Promise.all(leads.map(async ({ id }) => (await read(id)).owner));
    assert.equal(owners.filter((owner) => owner === wei.id).length, 3);
    assert.equal(owners.filter((owner) => owner === wang.id).length, 3);
  });

  it('SAL-22 measures the time to the first touch, and what is late goes on as the rule says', async () => {
    const urgent = await make('routingRule', {
      name: '加急',
      sources: ['referral'],
      position: 0,
      members: [wei.id, wang.id],
      firstTouchMinutes: 0,
      whenLate: 'reroute',
    });
    const { id } = await make('lead', { name: '转介客户', owner: null, source: 'referral' });
    const rerouted = await eventually(async () => {
      const lead = await read(id);
      return lead.previousOwner === null ? undefined : lead;
    });
    assert.notEqual(rerouted.owner, rerouted.previousOwner);
    await product.ask('PATCH', `/api/records/routingRule/${urgent.id}`, { whenLate: 'keep' });
    const owner = rerouted.owner === wei.id ? wei : wang;
    const regarding = { object: 'lead', id };
    await make('email', { subject: '询价', direction: 'inbound', status: 'received', regarding }, owner);
    assert.equal((await care(id)).firstTouchedAt, null);
    const call = await make('call', { subject: '首次联系', regarding }, owner);
    const touched = await care(id);
    assert.equal(Date.parse(touched.firstTouchedAt), Date.parse(call.startedAt));
    assert.equal(touched.firstTouchLate, true);
    const done = await act(product.ask, 'convertLead', { id, input: { createOpportunity: false } });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.equal((await care(id)).firstTouchedAt, touched.firstTouchedAt, 'kept through conversion');
  });

  it('SAL-22 lets people say when they are away, for themselves and for those below', async () => {
    const days = { startsAt: '2027-02-01T00:00:00Z', endsAt: '2027-02-08T00:00:00Z' };
    await make('absence', { ...days, person: wei.id }, manager);
    const other = await wei('POST', '/api/records/absence', { ...days, person: li.id });
    assert.deepEqual([other.status, other.body.errors[0].code], [422, 'notBelowYou']);
    const backwards = await wei('POST', '/api/records/absence', { ...days, endsAt: '2027-01-01T00:00:00Z' });
    assert.deepEqual(
      [backwards.body.errors[0].field, backwards.body.errors[0].code],
      ['endsAt', 'endsBeforeStart'],
    );
  });
});

describe('the public pool', () => {
  let product: Product;
  let wei: Asking & { id: string };
  let li: Asking & { id: string };
  before(async () => {
    product = await startProduct();
    const hire = (name: string, email: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: ['salesRepresentative'] });
    [wei, li] = [await hire('张伟', 'wei'), await hire('李薇', 'li')];
  });

  const make = async (ask: Asking, object: string, values: object) => {
    const answer = await ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const read = async (id: string) => (await product.ask('GET', `/api/records/lead/${id}`)).body;
  const claim = (ask: Asking, ids: readonly string[]) => ask('POST', '/api/actions/sales.claimLead', { ids });

  it('SAL-22 takes back by itself what its owner leaves alone, and leaves what he works on', async () => {
    const quiet = await make(wei, 'lead', { name: '无人跟进' });
    const worked = await make(wei, 'lead', { name: '正在跟进' });
    const qualified = await make(wei, 'lead', { name: '已确认', status: 'qualified' });
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    // As if ten days had gone by.
    await product.database.run(`update ws_main.lead set "assignedAt" = $1::timestamptz`, [ago(10)]);
    const regarding = { object: 'lead', id: worked.id };
    await make(wei, 'call', { subject: '跟进', startedAt: ago(2), regarding });
    const rule = await make(product.ask, 'poolRule', {
      name: '七天未跟进',
      quietDays: 7,
      restDays: 3,
      mostHeld: 3,
    });
    const back = await eventually(async () => {
      const lead = await read(quiet.id);
      return lead.owner === null ? lead : undefined;
    });
    assert.equal(back.previousOwner, wei.id);
    assert.equal((await read(worked.id)).owner, wei.id);
    assert.equal((await read(qualified.id)).owner, wei.id);
    const ran = (await product.ask('GET', `/api/records/poolRule/${rule.id}`)).body;
    assert.equal(ran.lastReturned, 1);
    assert.ok(Date.parse(ran.nextRunAt) > Date.now());
    const { entries } = (await product.ask('GET', `/api/records/lead/${quiet.id}/timeline`)).body;
    assert.ok(entries.some(({ kind }: { kind: string }) => kind === 'sales.recycleLeads'));
    const soon = await claim(wei, [quiet.id]);
    assert.deepEqual([soon.status, soon.body.errors[0].code], [422, 'poolJustReturned']);
    assert.equal((await claim(li, [quiet.id])).status, 200);
  });

  it('SAL-22 gives nobody more than he may hold, all or nothing', async () => {
    const leads = await make(
      product.ask,
      'lead',
      Array.from({ length: 4 }, (_, n) => ({ name: `公海 ${n}`, owner: null })),
    );
    const ids = leads.records.map(({ id }: { id: string }) => id);
    const greedy = await claim(li, ids);
    assert.deepEqual([greedy.status, greedy.body.errors[0].code], [422, 'poolHeldEnough']);
    assert.equal((await read(ids[0])).owner, null);
    assert.equal((await claim(li, ids.slice(0, 2))).status, 200);
    const [first, second] = await Promise.all([claim(wei, [ids[3]]), claim(product.ask, [ids[3]])]);
    const [won, lost] = [first.status, second.status].sort();
    assert.equal(won, 200, 'one of two has it');
    assert.ok([404, 409].includes(lost as number), 'to the other it is taken, or out of sight already');
  });
});

async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 150; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error('It did not happen within nine seconds');
}
