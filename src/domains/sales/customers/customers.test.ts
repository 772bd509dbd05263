import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';

describe('customers belong to people, and people work together', () => {
  let product: Product;
  let admin: Asking;
  let manager: Asking & { id: string };
  let wei: Asking & { id: string };
  let li: Asking & { id: string };
  before(async () => {
    product = await startProduct();
    admin = product.ask;
    const hire = (name: string, email: string, role: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: [role] });
    manager = await hire('周敏', 'zhoumin', 'salesManager');
    wei = await hire('张伟', 'zhangwei', 'salesRepresentative');
    li = await hire('李薇', 'liwei', 'salesRepresentative');
    for (const { id } of [wei, li]) await admin('PATCH', `/api/records/user/${id}`, { manager: manager.id });
  });

  const make = async (ask: Asking, object: string, values: object) => {
    const answer = await ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const read = (ask: Asking, object: string, id: string) => ask('GET', `/api/records/${object}/${id}`);
  const act = (ask: Asking, verb: string, body: object) => ask('POST', `/api/actions/${verb}`, body);

  it('CUS-01 rolls up revenue and deals of everything below it in the hierarchy', async () => {
    const head = await make(wei, 'account', { name: '恒力集团', annualRevenue: '100' });
    const middle = await make(wei, 'account', { name: '恒力重工', parent: head.id, annualRevenue: '20.50' });
    const leaf = await make(wei, 'account', { name: '恒力铸造', parent: middle.id, annualRevenue: '3' });
    await make(wei, 'opportunity', {
      name: '铸造车间改造',
      account: leaf.id,
      stage: 'proposal',
      amount: '1000',
    });
    await make(wei, 'opportunity', {
      name: '机床采购',
      account: head.id,
      stage: 'won',
      amount: '700',
      closeDate: '2026-05-01',
    });
    await make(wei, 'opportunity', {
      name: '备件',
      account: middle.id,
      stage: 'won',
      amount: '0.25',
      closeDate: '2026-08-09',
    });
    const { body } = await read(
      wei,
      'account',
      `${head.id}?select=subsidiaryCount,subsidiaryRevenue,openOpportunities,openAmount,wonAmount,lastWonOn`,
    );
    assert.deepEqual(
      { ...body, id: '', version: 0 },
      {
        id: '',
        version: 0,
        subsidiaryCount: 2,
        subsidiaryRevenue: '23.50',
        openOpportunities: 1,
        openAmount: '1000.00',
        wonAmount: '700.25',
        lastWonOn: '2026-08-09',
      },
    );
    const seen = await read(li, 'account', head.id);
    assert.equal(seen.status, 404, 'a colleague of the same rank sees nothing of it');
    const circle = await wei('PATCH', `/api/records/account/${head.id}`, { parent: leaf.id });
    assert.equal(circle.body.errors[0].code, 'circle');
  });

  it('CUS-01 is archived and brought back', async () => {
    const account = await make(wei, 'account', { name: '旧客户' });
    assert.equal((await act(wei, 'parties.archiveAccount', { id: account.id })).status, 200);
    assert.notEqual((await read(wei, 'account', account.id)).body.archivedAt, null);
    assert.notEqual((await act(wei, 'parties.archiveAccount', { id: account.id })).status, 200);
    assert.equal((await act(wei, 'parties.unarchiveAccount', { id: account.id })).status, 200);
    assert.equal((await read(wei, 'account', account.id)).body.archivedAt, null);
  });

  it('CUS-01 CUS-16 is transferred with its people and open deals, and what was won stays whose it was', async () => {
    const account = await make(wei, 'account', { name: '湘潭永兴电力设备有限公司' });
    const contact = await make(wei, 'contact', { name: '孟志强', account: account.id });
    const open = await make(wei, 'opportunity', { name: '开关柜', account: account.id, stage: 'engaging' });
    const won = await make(wei, 'opportunity', { name: '变压器', account: account.id, stage: 'won' });
    const done = await act(manager, 'sales.transferAccount', { id: account.id, input: { owner: li.id } });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    const owners = await Promise.all(
      [
        ['account', account],
        ['contact', contact],
        ['opportunity', open],
        ['opportunity', won],
      ].map(async ([object, { id }]) => (await read(admin, object, id)).body.owner),
    );
    assert.deepEqual(owners, [li.id, li.id, li.id, wei.id]);
    const { entries } = (await admin('GET', `/api/records/account/${account.id}/timeline`)).body;
    const change = entries.find(({ kind }: { kind: string }) => kind === 'sales.transferAccount');
    assert.equal(change.actor.id, manager.id);
  });

  it('CUS-16 shares a customer with a colleague, its people included', async () => {
    const account = await make(wei, 'account', { name: '株洲精诚制造有限公司' });
    const contact = await make(wei, 'contact', { name: '段国栋', account: account.id });
    assert.equal((await read(li, 'contact', contact.id)).status, 404);
    await wei('PATCH', `/api/records/account/${account.id}`, { collaborators: [li.id] });
    assert.equal((await read(li, 'account', account.id)).status, 200);
    assert.equal((await read(li, 'contact', contact.id)).status, 200);
    const named = await read(li, 'contact', `${contact.id}?select=account.name`);
    assert.equal(named.body.account.name, '株洲精诚制造有限公司');
    assert.equal((await read(manager, 'account', account.id)).status, 200, 'the manager sees the team');
  });

  it('CUS-16 the public pool is open to all, and each customer is claimed once', async () => {
    const account = await make(admin, 'account', { name: '岳麓新材料有限公司', owner: null });
    assert.equal((await li('PATCH', `/api/records/account/${account.id}`, { name: '改名' })).status, 403);
    assert.equal((await act(li, 'sales.claimAccount', { id: account.id })).status, 200);
    assert.notEqual((await act(wei, 'sales.claimAccount', { id: account.id })).status, 200);
    assert.equal((await read(admin, 'account', account.id)).body.owner, li.id);
    assert.equal((await act(li, 'sales.releaseAccount', { id: account.id })).status, 200);
    assert.equal((await act(wei, 'sales.claimAccount', { ids: [account.id] })).status, 200);
  });

  it('CUS-16 what a leaver owned is reassigned in one action', async () => {
    const leaver = await product.colleague({
      name: '唐杰',
      email: 'tangjie@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const account = await make(leaver, 'account', { name: '醴陵陶瓷' });
    const lead = await make(leaver, 'lead', { name: '贺秋菊' });
    const handing = { id: leaver.id, input: { to: wei.id } };
    const asked = await act(admin, 'administration.handOver', { ...handing, preview: true });
    assert.deepEqual(
      asked.body.consequences
        .map(({ object, kind, count }: { object: string; kind: string; count: number }) => [
          object,
          kind,
          count,
        ])
        .sort(),
      [
        ['account', 'update', 1],
        ['lead', 'update', 1],
      ],
    );
    assert.equal(
      (await read(admin, 'account', account.id)).body.owner,
      leaver.id,
      'nothing has been written',
    );
    assert.equal((await act(li, 'administration.handOver', { ...handing, preview: true })).status, 403);
    const done = await act(admin, 'administration.handOver', handing);
    assert.equal(done.status, 200, JSON.stringify(done.body));
    for (const [object, { id }] of [
      ['account', account],
      ['lead', lead],
    ] as const)
      assert.equal((await read(admin, object, id)).body.owner, wei.id);
  });

  it('CUS-02 a person plays parts at several accounts, each of them once', async () => {
    const [first, second] = await Promise.all(
      ['长沙博瑞软件有限公司', '武汉博瑞软件有限公司'].map((name) => make(admin, 'account', { name })),
    );
    const contact = await make(admin, 'contact', { firstName: 'Wei', lastName: 'Zhang', account: first.id });
    assert.equal(contact.name, 'Wei Zhang');
    const part = { contact: contact.id, account: second.id, role: 'advisor' };
    const made = await make(admin, 'affiliation', part);
    assert.deepEqual([made.name, made.isPrimary], ['Wei Zhang · 武汉博瑞软件有限公司', false]);
    assert.equal((await admin('POST', '/api/records/affiliation', part)).body.errors[0].code, 'notUnique');
    const own = await make(admin, 'affiliation', { ...part, account: first.id, role: 'decisionMaker' });
    assert.equal(own.isPrimary, true);
    await make(admin, 'affiliation', { ...part, role: 'shareholder' });
    const renamed = await admin('PATCH', `/api/records/contact/${contact.id}`, {
      firstName: '伟',
      lastName: '张',
    });
    assert.equal(renamed.body.name, '张伟');
  });

  it('CUS-03 keeps who changed what, when, from what to what', async () => {
    const account = await make(wei, 'account', { name: '常德瑞丰食品', tier: 'C' });
    assert.equal((await wei('POST', '/api/records/account', { tier: 'A' })).body.errors[0].field, 'name');
    await manager('PATCH', `/api/records/account/${account.id}`, { tier: 'A', version: 1 });
    const { entries } = (await wei('GET', `/api/records/account/${account.id}/timeline`)).body;
    const [latest] = entries;
    assert.deepEqual(
      [latest.kind, latest.actor.name, latest.changes[0].field, latest.changes[0].old, latest.changes[0].new],
      ['updated', '周敏', 'tier', 'C', 'A'],
    );
    assert.ok(Date.now() - Date.parse(latest.at) < 60_000);
  });

  it('CUS-04 what is known of a customer follows at once from what happens', async () => {
    const account = await make(wei, 'account', { name: '衡阳万联建工' });
    const contact = await make(wei, 'contact', { name: '康乐瑶', account: account.id });
    const known = async () =>
      (await read(wei, 'account', `${account.id}?select=lastTouchAt,wonAmount,lastWonOn`)).body;
    const before = await known();
    assert.deepEqual([before.lastTouchAt, before.wonAmount, before.lastWonOn], [null, '0.00', null]);
    await make(wei, 'call', { subject: '首次来电', contact: contact.id, startedAt: '2026-03-02T02:00:00Z' });
    assert.equal(Date.parse((await known()).lastTouchAt), Date.parse('2026-03-02T02:00:00Z'));
    const regarding = { object: 'account', id: account.id };
    await make(wei, 'meeting', {
      subject: '走访',
      regarding,
      status: 'held',
      startsAt: '2026-04-01T06:00:00Z',
    });
    await make(wei, 'meeting', { subject: '下次走访', regarding, startsAt: '2099-04-01T06:00:00Z' });
    assert.equal(Date.parse((await known()).lastTouchAt), Date.parse('2026-04-01T06:00:00Z'));
    const deal = await make(wei, 'opportunity', {
      name: '塔机',
      account: account.id,
      stage: 'negotiation',
      amount: '90000',
    });
    await act(wei, 'sales.winOpportunity', { id: deal.id, input: { closeDate: '2026-06-30' } });
    const after = await known();
    assert.deepEqual([after.wonAmount, after.lastWonOn], ['90000.00', '2026-06-30']);
    const { body } = await read(wei, 'contact', `${contact.id}?select=lastTouchAt`);
    assert.equal(Date.parse(body.lastTouchAt), Date.parse('2026-03-02T02:00:00Z'));
  });

  it('CUS-06 CUS-10 one page knows its people, deals and touches, each as far as the viewer may see it', async () => {
    const account = await make(wei, 'account', { name: '长沙汇智光电', collaborators: [li.id] });
    await make(wei, 'contact', { name: '汪少华', account: account.id });
    await make(wei, 'opportunity', {
      name: '光学检测线',
      account: account.id,
      stage: 'won',
      amount: '12.10',
    });
    await make(li, 'opportunity', { name: '备用镜头', account: account.id, stage: 'won', amount: '7.05' });
    const { objects } = (await wei('GET', '/api/meta')).body;
    const page = objects.find(({ name }: { name: string }) => name === 'account');
    const related = page.related.map(({ object }: { object: string }) => object);
    for (const object of ['contact', 'affiliation', 'opportunity', 'call', 'note', 'touch'])
      assert.ok(related.includes(object), `${object} is not on the page`);
    const where = encodeURIComponent(JSON.stringify({ account: account.id, stage: 'won' }));
    const won = async (ask: Asking) =>
      (await ask('GET', `/api/records/opportunity/aggregate?measures=count,sum(amount)&where=${where}`)).body
        .groups[0];
    assert.deepEqual(await won(wei), { count: 1, 'sum(amount)': '12.10' });
    assert.deepEqual(await won(manager), { count: 2, 'sum(amount)': '19.15' });
    for (const ask of [wei, li, manager]) {
      const total = (await read(ask, 'account', `${account.id}?select=wonAmount`)).body.wonAmount;
      assert.equal(
        total,
        (await won(ask))['sum(amount)'],
        'the total on the page is the sum of what the viewer sees',
      );
    }
  });

  it('CUS-05 a change made in one place is what every other place reads', async () => {
    const account = await make(wei, 'account', { name: '益阳腾飞机械' });
    const deal = await make(wei, 'opportunity', { name: '腾飞产线', account: account.id });
    await wei('PATCH', `/api/records/account/${account.id}`, { name: '益阳腾飞智能装备' });
    const { body } = await read(wei, 'opportunity', `${deal.id}?select=account.name`);
    assert.deepEqual(body.account, { id: account.id, name: '益阳腾飞智能装备' });
  });
});
