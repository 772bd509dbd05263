import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { webhookSender } from '#adapters/webhook/webhook-sender.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { serveWebhooks } from '#engine/webhooks/serve-webhooks.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { secret } from '#test/company-database.ts';
import { eventually } from '#test/eventually.ts';
import { type Received, startReceiver, taken, withStatus } from '#test/outside/webhook-receiver.ts';
import { type Asking, type Product, startProduct } from './product.ts';

type Topics = readonly Record<string, unknown>[];
type Delivery = { readonly id: string; readonly state: string; readonly [key: string]: unknown };

describe('INT-16 programs are told of changes by webhooks', () => {
  let product: Product;
  let wei: Asking & { id: string };
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  const sender = webhookSender({ loopback: true });

  before(async () => {
    product = await startProduct({ webhooks: sender });
    receiver = await startReceiver();
    wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
  });

  /** A webhook with its secret. */
  async function open(name: string, topics: Topics, values: Record<string, unknown> = {}) {
    const made = await product.ask('POST', '/api/records/webhook', {
      name,
      address: receiver.address,
      topics,
      ...values,
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { id } = made.body;
    const { secret } = (await product.ask('POST', `/api/webhooks/${id}/secret`)).body;
    return { id, secret, version: made.body.version };
  }
  const end = async (id: string) => product.ask('DELETE', `/api/records/webhook/${id}`);
  const deliveries = async (id: string, query = ''): Promise<readonly Delivery[]> =>
    (await product.ask('GET', `/api/webhooks/${id}/deliveries${query}`)).body.deliveries;
  const record = async (object: string, values: object, ask: Asking = product.ask) =>
    (await ask('POST', `/api/records/${object}`, values)).body;
  const of = (id: string, kind?: string) => (one: Received) =>
    one.body.data.id === id && (kind === undefined || one.body.type.endsWith(`.${kind}`));

  it('signs what it sends as Standard Webhooks says, with the record as the API gives it', async () => {
    const kinds = ['created', 'updated', 'deleted', 'restored'];
    const { id, secret: known } = await open('ERP', [{ object: 'account', kinds }]);
    const account = await record('account', { name: '明石物流', phone: '021-58881234' });
    const { headers, text, body } = await receiver.until(of(account.id, 'created'));
    assert.deepEqual(new Webhook(known).verify(text, headers as Record<string, string>), body);
    assert.throws(() => new Webhook(known).verify(`${text} `, headers as Record<string, string>));
    assert.deepEqual(body.data, (await product.ask('GET', `/api/records/account/${account.id}`)).body);
    assert.ok(body.changed.includes('phone') && Date.parse(body.timestamp) <= Date.now());
    const delivery = await eventually(async () => (await deliveries(id, '?state=done'))[0]);
    assert.equal(delivery.id, headers['webhook-id']);
    assert.deepEqual([delivery.status, delivery.answer, delivery.attempts], [200, 'thank you', 1]);
    await product.ask('PATCH', `/api/records/account/${account.id}`, { website: 'https://mingshi.example' });
    assert.deepEqual((await receiver.until(of(account.id, 'updated'))).body.changed, ['website']);
    await product.ask('DELETE', `/api/records/account/${account.id}`);
    assert.equal((await receiver.until(of(account.id, 'deleted'))).body.data.name, '明石物流');
    await product.ask('POST', `/api/records/account/${account.id}/restore`);
    await receiver.until(of(account.id, 'restored'));
    await end(id);
  });

  it('tells of what was asked for alone: fields, actions, conditions', async () => {
    const { id } = await open('看板', [
      { object: 'opportunity', kinds: ['updated'], fields: ['amount'] },
      { object: 'opportunity', kinds: ['sales.winOpportunity'] },
      { object: 'lead', kinds: ['created'], where: { company: '明石' } },
    ]);
    const account = await record('account', { name: '汉江制造' });
    const deal = await record('opportunity', { name: '产线改造', account: account.id, amount: '5000' });
    const patch = (values: object) => product.ask('PATCH', `/api/records/opportunity/${deal.id}`, values);
    await patch({ name: '产线改造二期' });
    await patch({ amount: '8000' });
    assert.equal(
      (await product.ask('POST', '/api/actions/sales.winOpportunity', { id: deal.id })).status,
      200,
    );
    await record('lead', { lastName: '赵', company: '别家' });
    const lead = await record('lead', { lastName: '钱', company: '明石' });
    await eventually(async () => ((await deliveries(id, '?state=done')).length === 3 ? true : undefined));
    assert.ok(receiver.received.some(of(lead.id)));
    const about = receiver.received.filter(of(deal.id)).map(({ body }) => [body.type, body.action]);
    assert.deepEqual(about, [
      ['opportunity.updated', undefined],
      ['opportunity.updated', 'sales.winOpportunity'],
    ]);
    await end(id);
  });

  it('is set by administrators alone, and refuses what it cannot be told of, by field', async () => {
    const values = { name: '错', address: receiver.address };
    for (const [topics, field] of [
      [{}, 'topics'],
      [[{ object: 'nothing', kinds: ['created'] }], 'topics.0.object'],
      [[{ object: 'lead', kinds: ['eaten'] }], 'topics.0.kinds'],
      [[{ object: 'lead', kinds: ['updated'], fields: ['taste'] }], 'topics.0.fields'],
      [[{ object: 'lead', kinds: ['created'], where: { taste: 'sweet' } }], 'topics.0.where'],
    ] as const) {
      const refused = await product.ask('POST', '/api/records/webhook', { ...values, topics });
      assert.deepEqual([refused.status, refused.body.errors?.[0]?.field], [422, field]);
    }
    const topics = [{ object: 'lead', kinds: ['created'] }];
    for (const [place, address] of [
      'https://127.0.0.1:8443/',
      'https://169.254.169.254/x',
      'http://example.com/',
    ].entries()) {
      const { id } = (
        await product.ask('POST', '/api/records/webhook', {
          name: `禁${place}`,
          address: address.replace('127.0.0.1', '10.0.0.1'),
          topics,
        })
      ).body;
      const refused = await product.ask('POST', `/api/webhooks/${id}/secret`);
      assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'address']);
      await end(id);
    }
    assert.equal((await wei('POST', '/api/records/webhook', { ...values, topics })).status, 403);
    assert.equal((await wei('GET', '/api/webhooks')).status, 403);
  });

  it('shows what its person may see, and no more from the moment on that he may not', async () => {
    const { id } = await open('代理商', [{ object: 'contact', kinds: ['created', 'updated'] }], {
      person: wei.id,
    });
    const asking = await open('打听', [{ object: 'contact', kinds: ['created'], where: { title: '采购' } }], {
      person: wei.id,
    });
    const fields = { title: 'hidden', mobile: 'masked' };
    await record('roleRight', { role: 'salesRepresentative', object: 'contact', fields });
    const his = await record('contact', {
      lastName: '孙',
      title: '采购',
      mobile: '13812345678',
      owner: wei.id,
    });
    const theirs = await record('contact', { lastName: '李' });
    const { data, changed } = (await receiver.until(of(his.id, 'created'))).body;
    assert.deepEqual([data.mobile, 'title' in data], ['138****5678', false]);
    assert.deepEqual([changed.includes('mobile'), changed.includes('title')], [true, false]);
    const refused = await eventually(async () => (await deliveries(asking.id))[0]);
    assert.deepEqual([refused.state, refused.reason], ['skipped', 'conditionRefused']);
    // Nor is he told that something changed which he may not see.
    await product.ask('PATCH', `/api/records/contact/${his.id}`, { title: '采购经理' });
    // He may not yet have been told of this when it is taken from him.
    receiver.behaviour.answer = withStatus(503);
    await product.ask('PATCH', `/api/records/contact/${his.id}`, { department: '采购部' });
    const waiting = await eventually(async () =>
      (await deliveries(id, '?state=waiting')).find(
        ({ attempts, status }) => attempts === 1 && status === 503,
      ),
    );
    const [{ id: boss }] = (
      await product.ask('GET', '/api/records/user?where={"roles":{"in":["administrator"]}}')
    ).body.records;
    await product.ask('PATCH', `/api/records/contact/${his.id}`, { owner: boss });
    receiver.behaviour.answer = taken;
    await product.ask('POST', `/api/webhooks/${id}/deliveries/${waiting.id}/retry`);
    const skipped = await eventually(async () => (await deliveries(id, '?state=skipped')).at(0));
    assert.deepEqual([skipped.id, skipped.reason], [waiting.id, 'notVisible']);
    assert.deepEqual(receiver.received.filter(of(theirs.id)), []);
    assert.equal(receiver.received.filter(of(his.id, 'updated')).length, 1);
    await end(asking.id);
    // His place in the company ends.
    await product.ask('PATCH', `/api/records/user/${wei.id}`, { active: false });
    await record('contact', { lastName: '周' });
    const stopped = await eventually(async () => {
      const { body } = await product.ask('GET', `/api/records/webhook/${id}`);
      return body.active ? undefined : body.stopped;
    });
    assert.equal(stopped, 'inactive');
    await product.ask('PATCH', `/api/records/user/${wei.id}`, { active: true });
    await end(id);
  });

  it('tries again with the same id, keeps others waiting for nobody, and follows no redirection', async () => {
    const silent = await startReceiver(() => undefined);
    const slow = await open('慢', [{ object: 'team', kinds: ['created'] }], { address: silent.address });
    const { id } = await open('不稳', [{ object: 'team', kinds: ['created'] }]);
    receiver.behaviour.answer = withStatus(302, { location: 'http://169.254.169.254/latest/meta-data' });
    const team = await record('team', { name: '华东' });
    await silent.until(of(team.id));
    const failed = await eventually(async () =>
      (await deliveries(id, '?state=waiting')).find(({ status }) => status === 302),
    );
    assert.ok(Date.parse(String(failed.nextAt)) > Date.now());
    receiver.behaviour.answer = taken;
    await product.pool.query('update ws_main.webhook_delivery set wake = now() where id = $1', [failed.id]);
    await record('team', { name: '华南' });
    const [done] = await eventually(async () => {
      const found = (await deliveries(id, '?state=done')).filter((one) => one.id === failed.id);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual([done?.attempts, done?.status], [2, 200]);
    assert.equal(receiver.received.filter(({ headers }) => headers['webhook-id'] === failed.id).length, 2);
    await end(id);
    await end(slow.id);
  });

  it('switches off what answers that it is gone, or takes nothing for days, and tells administrators', async () => {
    receiver.behaviour.answer = withStatus(410);
    const gone = await open('旧系统', [{ object: 'team', kinds: ['created'] }]);
    const test = await product.ask('POST', `/api/webhooks/${gone.id}/test`);
    assert.deepEqual([test.body.delivered, test.body.status], [false, 410]);
    receiver.behaviour.answer = withStatus(500);
    const failing = await open('坏系统', [{ object: 'team', kinds: ['created'] }]);
    const { id } = await record('team', { name: '西北' });
    await receiver.until(of(id));
    const waiting = await eventually(async () =>
      (await deliveries(failing.id, '?state=waiting')).find(({ status }) => status === 500),
    );
    await product.pool.query('update ws_main.webhook_delivery set wake = now(), attempts = 9 where id = $1', [
      waiting.id,
    ]);
    await record('team', { name: '西南' });
    await eventually(async () =>
      (await deliveries(failing.id, '?state=failed')).length > 0 ? true : undefined,
    );
    const where = encodeURIComponent(JSON.stringify({ stopped: { isNull: false } }));
    const records = await eventually(async () => {
      const { body } = await product.ask('GET', `/api/records/webhook?where=${where}&sort=name`);
      return body.records.length === 2 ? body.records : undefined;
    });
    assert.deepEqual(
      records.map(({ name, active, stopped }: Record<string, unknown>) => [name, active, stopped]),
      [
        ['坏系统', false, 'failing'],
        ['旧系统', false, 'gone'],
      ],
    );
    const told = await eventually(async () => {
      const { notifications } = (await product.ask('GET', '/api/notifications')).body;
      return notifications.length === 2 ? notifications : undefined;
    });
    assert.equal(told[0].kind, 'administration.webhookStopped');
    const again = await product.ask('PATCH', `/api/records/webhook/${gone.id}`, { active: true });
    assert.deepEqual([again.body.stopped, again.body.since > '2026'], [null, true]);
    receiver.behaviour.answer = taken;
    await end(gone.id);
    await end(failing.id);
  });

  it('sends everything once with two servers, and what one held when it was killed by the other', async (context) => {
    const { pool, registry, database } = product;
    const { workspaces } = await createIdentity({ pool, secret, baseUrl: 'http://127.0.0.1:3000' });
    const stored = await workspaces.get('main');
    assert.ok(stored);
    const other = serveWebhooks(
      async () => ({ registry, database }),
      async () => [workspaceOf(stored)],
      sender,
      assert.ifError,
    );
    context.after(() => other.stop());
    const { id } = await open('双机', [{ object: 'account', kinds: ['created'] }]);
    receiver.behaviour.answer = withStatus(503);
    const first = await record('account', { name: '第一家' });
    const held = await eventually(async () =>
      (await deliveries(id, '?state=waiting')).find(({ status }) => status === 503),
    );
    receiver.behaviour.answer = taken;
    // As a server leaves it that is killed while it sends: taken, and not settled until others may take it over.
    const soon = `now() + interval '300 milliseconds'`;
    await pool.query(`update ws_main.webhook_delivery set claimed = ${soon}, wake = ${soon} where id = $1`, [
      held.id,
    ]);
    const names = Array.from({ length: 30 }, (_, place) => ({ name: `客户${place}` }));
    const made = (await product.ask('POST', '/api/records/account', names)).body.records;
    await eventually(async () => ((await deliveries(id, '?state=done')).length >= 31 ? true : undefined));
    for (const account of [first, ...made])
      assert.equal(receiver.received.filter(of(account.id)).length, account === first ? 2 : 1);
    await end(id);
  });

  it('has another secret when asked, signs with both for a day, and keeps neither in the clear', async () => {
    const { id, secret: first } = await open('密钥', [{ object: 'team', kinds: ['created'] }]);
    const renewed = (await product.ask('POST', `/api/webhooks/${id}/secret`)).body;
    assert.ok(Date.parse(renewed.formerUntil) > Date.now() + 23 * 3_600_000);
    assert.equal((await product.ask('POST', `/api/webhooks/${id}/test`)).body.delivered, true);
    const last = receiver.received.at(-1);
    for (const valid of [first, renewed.secret])
      assert.deepEqual(
        new Webhook(valid).verify(last?.text ?? '', last?.headers as Record<string, string>),
        last?.body,
      );
    const { rows } = await product.pool.query('select * from ws_main.webhook_state where webhook = $1', [id]);
    assert.ok(!JSON.stringify(rows).includes(first.slice(6)) && !JSON.stringify(rows).includes('whsec'));
    const text = JSON.stringify((await product.ask('GET', '/api/configuration')).body.records.webhook);
    assert.ok(text.includes('密钥') && !text.includes('whsec'));
    await end(id);
  });
});
