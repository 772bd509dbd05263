import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { webhookSender } from '#adapters/webhook/webhook-sender.ts';
import { eventually } from '#test/eventually.ts';
import { startReceiver, withStatus } from '#test/outside/webhook-receiver.ts';
import { type Product, startProduct } from './product.ts';

type Delivery = { readonly id: string; readonly state: string; readonly [key: string]: unknown };

describe('WFL-05 an automation that calls a program', () => {
  let product: Product;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;

  before(async () => {
    product = await startProduct({ webhooks: webhookSender({ loopback: true }) });
    receiver = await startReceiver();
  });

  const deliveries = async (id: string, query = ''): Promise<readonly Delivery[]> =>
    (await product.ask('GET', `/api/webhooks/${id}/deliveries${query}`)).body.deliveries;
  const record = async (object: string, values: object) =>
    (await product.ask('POST', `/api/records/${object}`, values)).body;

  it('goes on when the program has taken it, and takes what that answers; else says why not', async () => {
    const { body: webhook } = await product.ask('POST', '/api/records/webhook', {
      ...{ name: '评分系统', address: receiver.address, topics: [] },
    });
    const { id, version } = webhook;
    const { secret: known } = (await product.ask('POST', `/api/webhooks/${id}/secret`)).body;
    const note = { key: 'b', do: 'create', object: 'task', values: { subject: '$text:评分：{description}' } };
    const call = {
      ...{ key: 'a', do: 'call', webhook: id, fields: ['name', 'owner.name'] },
      fills: { description: 'data.items.0.text', website: 'data.none' },
    };
    const drawn = await product.ask('POST', '/api/records/automation', {
      ...{ name: '评分', object: 'account', active: true, trigger: { on: 'created' }, steps: [call, note] },
      where: { name: { startsWith: '待评' } },
    });
    assert.equal(drawn.status, 201, JSON.stringify(drawn.body));
    const runOf = async (account: string) => {
      const asked = `/api/automation-runs?automation=custom.${drawn.body.id}`;
      const { runs } = (await product.ask('GET', asked)).body;
      return runs.find((run: { record: string }) => run.record === account);
    };
    const ended = (account: string, state: string) =>
      eventually(async () => {
        const run = await runOf(account);
        return run?.state === state ? run : undefined;
      });
    receiver.behaviour.answer = (reply) => reply.end('{"data":{"items":[{"text":"甲等"}]}}');
    const account = await record('account', { name: '待评物流', website: 'https://daiping.example/' });
    const { headers, text, body } = await receiver.until(({ body: told }) => told.type === 'account.called');
    new Webhook(known).verify(text, headers as Record<string, string>);
    assert.deepEqual(
      [body.automation, body.data.name, body.data.phone],
      [`custom.${drawn.body.id}`, '待评物流', undefined],
    );
    await ended(account.id, 'done');
    const now = (await product.ask('GET', `/api/records/account/${account.id}`)).body;
    // What it did not tell stays as it is.
    assert.deepEqual([now.description, now.website], ['甲等', 'https://daiping.example/']);
    const where = encodeURIComponent(JSON.stringify({ subject: '评分：甲等' }));
    assert.equal((await product.ask('GET', `/api/records/task?where=${where}`)).body.records.length, 1);
    assert.deepEqual(
      (await deliveries(id)).map(({ kind, state }) => [kind, state]),
      [['call', 'done']],
    );
    const { rows } = await product.pool.query(
      'select given from ws_main.webhook_delivery where webhook = $1',
      [id],
    );
    assert.deepEqual(rows, [{ given: null }]);

    // Whoever never takes it is given up, and the run says why; when it is tried again, so is the call.
    receiver.behaviour.answer = withStatus(500);
    const other = await record('account', { name: '待评制造' });
    const waiting = await eventually(async () =>
      (await deliveries(id, '?state=waiting')).find(({ status }) => status === 500),
    );
    assert.deepEqual([(await runOf(other.id)).state, (await runOf(other.id)).reason], ['waiting', 'answer']);
    await product.pool.query('update ws_main.webhook_delivery set wake = now(), attempts = 9 where id = $1', [
      waiting.id,
    ]);
    await record('team', { name: '叫醒' });
    const failed = await ended(other.id, 'failed');
    assert.match(failed.errors[0].message, /500/);
    const retry = (run: string) => product.ask('POST', `/api/automation-runs/${run}/retry`);
    // Its failing has switched the webhook off.
    assert.equal((await retry(failed.id)).status, 204);
    assert.match((await ended(other.id, 'failed')).errors[0].message, /停用/);
    receiver.behaviour.answer = (reply) => reply.end('{"data":{"items":[{"text":"乙等"}]}}');
    const off = (await product.ask('GET', `/api/records/webhook/${id}`)).body;
    assert.ok(off.version > version && off.stopped === 'failing');
    await product.ask('PATCH', `/api/records/webhook/${id}`, { version: off.version, active: true });
    assert.equal((await retry(failed.id)).status, 204);
    await ended(other.id, 'done');
    assert.equal((await product.ask('GET', `/api/records/account/${other.id}`)).body.description, '乙等');

    // What does not fit its field is refused with its name; once the step is mended, the program is asked anew.
    const mend = async (fills: object) => {
      const { body: stored } = await product.ask('GET', `/api/records/automation/${drawn.body.id}`);
      const steps = [{ ...call, fills }, note];
      const { status } = await product.ask('PATCH', `/api/records/automation/${stored.id}`, {
        ...{ version: stored.version, steps },
      });
      assert.equal(status, 200);
    };
    await mend({ employees: 'data.items.0.text' });
    const third = await record('account', { name: '待评电子' });
    const unfit = await ended(third.id, 'failed');
    assert.deepEqual(
      unfit.errors.map(({ field }: { field: string }) => field),
      ['employees'],
    );
    await mend({ description: 'data.items.0.text', employees: 'data.items.0.count' });
    receiver.behaviour.answer = (reply) => reply.end('{"data":{"items":[{"text":"丙等","count":40}]}}');
    assert.equal((await retry(unfit.id)).status, 204);
    await ended(third.id, 'done');
    const grown = (await product.ask('GET', `/api/records/account/${third.id}`)).body;
    assert.deepEqual([grown.description, grown.employees], ['丙等', 40]);

    // A trial says what would be told, and tells nobody.
    const before = receiver.received.length;
    const { body: tried } = await product.ask('POST', '/api/automations/trial', {
      ...{ object: 'account', trigger: { on: 'created' }, where: null, steps: [call], sample: other.id },
    });
    const [{ calls }] = tried.steps;
    assert.deepEqual([calls.program, JSON.parse(calls.body).data.name], ['评分系统', '待评制造']);
    assert.equal(receiver.received.length, before);
  });

  it('is told at its step what cannot be', async () => {
    const attempt = async (values: object, on = 'created') => {
      const steps = [
        { key: 'a', do: 'call', webhook: '0192b3a0-0000-7000-8000-000000000000', fields: [], ...values },
      ];
      const { body } = await product.ask('POST', '/api/records/automation', {
        ...{ name: `错 ${Math.random()}`, object: 'account', active: true, trigger: { on }, steps },
      });
      return body.errors.map(({ field, code }: Record<string, string>) => `${field} ${code}`);
    };
    assert.deepEqual(await attempt({ webhook: 'https://somewhere.example' }), ['steps.0.webhook required']);
    assert.deepEqual(await attempt({ fields: ['nothing'] }), ['steps.0.fields noSuchPath']);
    assert.deepEqual(await attempt({ fields: 'name', fills: { name: 7 }, address: 'http://10.0.0.1' }), [
      ...['address', 'fields', 'fills'].map((name) => `steps.0.${name} notSteps`),
    ]);
    assert.deepEqual(await attempt({ fills: { nothing: 'a', createdAt: 'a', name: ' ' } }), [
      'steps.0.fills.nothing unknownField',
      'steps.0.fills.createdAt unknownField',
      'steps.0.fills.name required',
    ]);
    assert.deepEqual(await attempt({ fills: { name: 'a' } }, 'deleted'), ['steps.0.fills notOpenToSteps']);
  });
});
