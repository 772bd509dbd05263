import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';

describe('campaigns and the people whom they are for', () => {
  let product: Product;
  let admin: Asking;
  let marketer: Asking & { id: string };
  let sales: Asking & { id: string };
  let agent: Asking;

  const make = async (ask: Asking, object: string, values: object) => {
    const answer = await ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const read = async (ask: Asking, object: string, id: string) =>
    (await ask('GET', `/api/records/${object}/${id}`)).body;
  const run = (ask: Asking, action: string, target: object) => ask('POST', `/api/actions/${action}`, target);
  const members = async (ask: Asking, where: object) =>
    (await ask('GET', `/api/records/campaignMember?where=${encodeURIComponent(JSON.stringify(where))}`)).body
      .records as { id: string; name: string; status: string; contact: string | null }[];

  before(async () => {
    product = await startProduct();
    admin = product.ask;
    const colleague = (name: string, key: string, role: string) =>
      product.colleague({ name, email: `${key}@hengyue.example`, roles: [role] });
    marketer = await colleague('苏晴', 'suqing', 'marketer');
    sales = await colleague('李薇', 'liwei', 'salesRepresentative');
    agent = await colleague('高飞', 'gaofei', 'serviceAgent');
  });

  it('a campaign is planned, begun and completed, and does not end before it begins', async () => {
    const values = { name: '2027 春茶品鉴会', kind: 'event', startsOn: '2027-04-10' };
    const refused = await marketer('POST', '/api/records/campaign', { ...values, endsOn: '2027-04-01' });
    assert.deepEqual(
      [refused.status, refused.body.errors[0].field, refused.body.errors[0].message],
      [422, 'endsOn', '不能早于开始日期'],
    );
    const { id, status, owner } = await make(marketer, 'campaign', { ...values, endsOn: '2027-04-11' });
    assert.deepEqual([status, owner], ['planned', marketer.id]);
    assert.equal((await run(marketer, 'marketing.completeCampaign', { id })).status, 409);
    for (const verb of ['startCampaign', 'completeCampaign'])
      assert.equal((await run(marketer, `marketing.${verb}`, { id })).status, 200, verb);
    assert.equal((await read(admin, 'campaign', id)).status, 'completed');
    const skipped = await marketer('PATCH', `/api/records/campaign/${id}`, { status: 'cancelled' });
    assert.equal(skipped.body.errors[0].code, 'notAllowedMove');
  });

  it('adds chosen contacts at once, each person once, and counts who responded', async () => {
    const campaign = (await make(marketer, 'campaign', { name: '新品线上研讨会', actualCost: '900' })).id;
    const people = [];
    for (const name of ['王芳', '赵磊', '孙丽'])
      people.push((await make(admin, 'contact', { name })).id as string);
    const input = { campaign, status: 'contacted' };
    const add = (ids: readonly string[]) => run(marketer, 'marketing.addContact', { ids, input });
    assert.equal((await add(people.slice(0, 2))).status, 200);
    const [nobody] = [(await make(admin, 'account', { name: '不是联系人' })).id];
    assert.equal((await add([people[2] as string, nobody])).status, 404, 'all of them or none');
    assert.equal((await members(marketer, { campaign })).length, 2);
    assert.equal((await add(people)).status, 200, 'who is in it already stays as he is');
    const all = await members(marketer, { campaign });
    assert.deepEqual(all.map(({ name }) => name).sort(), [
      '孙丽 · 新品线上研讨会',
      '王芳 · 新品线上研讨会',
      '赵磊 · 新品线上研讨会',
    ]);
    const twice = await marketer('POST', '/api/records/campaignMember', { campaign, contact: people[0] });
    assert.deepEqual([twice.status, twice.body.errors[0].code], [422, 'notUnique']);

    const ids = all.slice(0, 2).map(({ id }) => id);
    const set = { ids, input: { status: 'registered' } };
    assert.equal((await run(marketer, 'marketing.setMemberStatus', set)).status, 200);
    const counted = await read(marketer, 'campaign', campaign);
    assert.deepEqual(
      [counted.memberCount, counted.responseCount, counted.responseRate, counted.costPerResponse],
      [3, 2, '66.7', { amount: '450.00', currency: 'CNY' }],
    );
  });

  it('keeps when somebody first responded, unless he had not', async () => {
    const campaign = (await make(marketer, 'campaign', { name: '感恩回访' })).id;
    const contact = (await make(admin, 'contact', { name: '周敏' })).id;
    const { id, respondedAt } = await make(marketer, 'campaignMember', { campaign, contact });
    assert.equal(respondedAt, null);
    const to = async (status: string) =>
      (await marketer('PATCH', `/api/records/campaignMember/${id}`, { status })).body.respondedAt as string;
    const first = await to('responded');
    assert.ok(first !== null);
    assert.deepEqual([await to('attended'), await to('declined')], [first, first]);
    assert.equal(await to('bounced'), null);
    const nobody = await marketer('POST', '/api/records/campaignMember', { campaign });
    assert.deepEqual(
      nobody.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]),
      [['contact', 'required']],
    );
  });

  it('CUS-06 the pages of a customer and of its people list the campaigns, each as far as the viewer may see it', async () => {
    const account = (await make(admin, 'account', { name: '云帆物流', owner: sales.id })).id;
    const contact = (await make(admin, 'contact', { name: '何静', account })).id;
    const stranger = (await make(admin, 'contact', { name: '陌生人' })).id;
    const campaign = (await make(marketer, 'campaign', { name: '广交会 2026 秋季', kind: 'exhibition' })).id;
    for (const one of [contact, stranger]) await make(marketer, 'campaignMember', { campaign, contact: one });

    const { objects } = (await sales('GET', '/api/meta')).body;
    const listed = (name: string) =>
      objects
        .find((object: { name: string }) => object.name === name)
        .related.filter(({ object }: { object: string }) => object === 'campaignMember')
        .map(({ field, label }: { field: string; label: string }) => [field, label]);
    assert.deepEqual(listed('account'), [['contact.account', '市场活动']]);
    assert.deepEqual(listed('contact'), [['contact', '市场活动']]);
    assert.deepEqual(listed('lead'), [['lead', '市场活动']]);
    assert.deepEqual(listed('campaign'), [['campaign', '活动成员']]);

    const onAccount = await members(sales, { 'contact.account': account });
    assert.deepEqual(
      onAccount.map((member) => member.contact),
      [contact],
    );
    assert.equal((await members(sales, { campaign })).length, 1, 'not those of people whom she does not see');
    assert.equal((await members(marketer, { campaign })).length, 2);
    assert.equal((await members(agent, { 'contact.account': account })).length, 1, 'service knows every one');
    assert.equal((await read(sales, 'campaign', campaign)).memberCount, 1);
  });

  it('all see campaigns without what they cost; sales brings its own people, service reads', async () => {
    const campaign = (await make(marketer, 'campaign', { name: '微信新品推送', budget: '20000' })).id;
    assert.equal((await read(marketer, 'campaign', campaign)).budget.amount, '20000.00');
    for (const ask of [sales, agent]) {
      const seen = await read(ask, 'campaign', campaign);
      assert.equal(seen.name, '微信新品推送');
      for (const name of ['budget', 'actualCost', 'costPerResponse']) assert.ok(!(name in seen), name);
      const changed = await ask('PATCH', `/api/records/campaign/${campaign}`, { name: '别的' });
      assert.equal(changed.status, 403);
    }
    const contact = (await make(sales, 'contact', { name: '自己的客户' })).id;
    const target = { ids: [contact], input: { campaign, status: 'contacted' } };
    assert.equal((await run(agent, 'marketing.addContact', target)).status, 403);
    assert.equal((await run(sales, 'marketing.addContact', target)).status, 200);
    const [member] = await members(sales, { campaign });
    assert.equal(
      (await run(sales, 'marketing.setMemberStatus', { ids: [member?.id], input: { status: 'attended' } }))
        .status,
      200,
    );
  });

  it('CUS-09 memberships follow a contact that is merged into another, once for each campaign', async () => {
    const [spring, autumn] = [
      (await make(marketer, 'campaign', { name: '春季' })).id,
      (await make(marketer, 'campaign', { name: '秋季' })).id,
    ];
    const [kept, other] = [
      (await make(admin, 'contact', { name: '徐浩' })).id,
      (await make(admin, 'contact', { name: '徐浩' })).id,
    ];
    for (const [campaign, contact] of [
      [spring, kept],
      [spring, other],
      [autumn, other],
    ])
      await make(marketer, 'campaignMember', { campaign, contact });
    const merged = await admin('POST', `/api/records/contact/${kept}/merge`, { with: [other], values: {} });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    assert.equal((await members(marketer, { contact: kept })).length, 2);
    assert.equal((await members(marketer, { campaign: spring })).length, 1);
  });

  it('what was remarked of a person goes when he is erased; that somebody came stays', async () => {
    const campaign = (await make(marketer, 'campaign', { name: '老客户答谢会' })).id;
    const contact = (await make(admin, 'contact', { name: '沈怡' })).id;
    const { id } = await make(marketer, 'campaignMember', {
      campaign,
      contact,
      status: 'attended',
      remark: '不吃辣',
    });
    const erased = await admin('POST', `/api/records/contact/${contact}/erasure`, { reason: '本人要求' });
    assert.equal(erased.status, 200, JSON.stringify(erased.body));
    const left = await read(admin, 'campaignMember', id);
    assert.deepEqual([left.remark, left.status], [null, 'attended']);
    assert.ok(!left.name.includes('沈怡'), left.name);
  });
});
