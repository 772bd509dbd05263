import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { asSystem } from '#engine/access/actor.ts';
import { createPool, type Database } from '#engine/database/database.ts';
import { Feed, type Listener } from '#engine/live/feed.ts';
import { presentSnapshot } from '#engine/live/log-tail.ts';
import { createApplication } from '#main/application.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { eventually } from '#test/eventually.ts';
import { type Asking, type Product, startProduct } from './product.ts';

interface Heard {
  readonly event: string;
  readonly id: string;
  readonly content: ReturnType<JSON['parse']>;
}

/** What fails leaves nobody listening, who would keep the server from closing. */
const listening = new Set<AbortController>();
afterEach(() => {
  for (const control of listening) control.abort();
  listening.clear();
});

/** A browser that listens: everything it hears, and a way to wait for something. */
async function listen(base: string, headers: Record<string, string>, since?: string) {
  const heard: Heard[] = [];
  const control = new AbortController();
  listening.add(control);
  const query = since === undefined ? '' : `?${new URLSearchParams({ since })}`;
  const answer = await fetch(`${base}/api/events${query}`, { headers, signal: control.signal });
  assert.equal(answer.status, 200);
  const reading = (async () => {
    let text = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const part = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1] ?? '';
        if (part('event') !== '')
          heard.push({ event: part('event'), id: part('id'), content: JSON.parse(part('data')) });
      }
    }
  })().catch(() => undefined);
  return {
    heard,
    ended: reading,
    /** The first that fits, within a second unless told: what the product promises. */
    async until(fits: (heard: Heard) => boolean, milliseconds = 1000): Promise<Heard> {
      for (const end = Date.now() + milliseconds; Date.now() < end; await pause(5)) {
        const found = heard.find(fits);
        if (found) return found;
      }
      throw new Error(`Not heard within ${milliseconds} ms; heard ${JSON.stringify(heard)}`);
    },
    close: () => control.abort(),
  };
}

describe('live updates', () => {
  let product: Product;
  let base = '';
  let wei: Asking & { id: string };
  let na: Asking & { id: string };

  before(async () => {
    product = await startProduct();
    base = await product.app.listen({ port: 0 });
    wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    na = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesRepresentative'],
    });
  });
  const of = (id: string) => (heard: Heard) => heard.event === 'change' && heard.content.id === id;

  it('CUS-17 a committed change reaches everybody who may see the record within a second, and nobody else', async () => {
    const [boss, his, hers] = await Promise.all(
      [product.ask, wei, na].map((one) => listen(base, one.headers)),
    );
    assert.ok(boss && his && hers);
    const { id } = (await wei('POST', '/api/records/contact', { lastName: '赵', firstName: '敏' })).body;
    const { content } = await boss.until(of(id));
    assert.deepEqual(
      [content.kind, content.object, content.version, content.actor],
      ['created', 'contact', 1, wei.id],
    );
    await his.until(of(id));
    await wei('PATCH', `/api/records/contact/${id}`, { title: '采购经理' });
    const changed = await boss.until((heard) => of(id)(heard) && heard.content.kind === 'updated');
    assert.deepEqual(changed.content.fields, ['title']);
    await wei('DELETE', `/api/records/contact/${id}`);
    await his.until((heard) => of(id)(heard) && heard.content.kind === 'deleted');
    await pause(400);
    assert.deepEqual(hers.heard.filter(of(id)), []);
    for (const each of [boss, his, hers]) each.close();
  });

  it('hears what another server writes, and what it missed while it was away', async (test) => {
    const pool = createPool(product.pool.options.connectionString ?? '');
    const other = await createApplication({
      pool,
      registry: product.registry,
      secret: 's'.repeat(40),
      baseUrl: 'http://127.0.0.1:3000',
    });
    test.after(async () => {
      await other.close();
      await pool.end();
    });
    const write = async (name: string) => {
      const payload = { name };
      const { headers } = product.ask;
      return (await other.inject({ method: 'POST', url: '/api/records/team', headers, payload })).json().id;
    };
    const first = await listen(base, product.ask.headers);
    // Two servers start and write in this one process, beside other tests.
    const heard = await first.until(of(await write('直销部')), 5000);
    first.close();
    const missed = [await write('渠道部'), await write('电商部')];
    const again = await listen(base, { ...product.ask.headers, 'last-event-id': heard.id });
    for (const id of missed) await again.until(of(id), 5000);
    again.close();
    const lost = await listen(base, { ...product.ask.headers, 'last-event-id': '9:3:' });
    await lost.until(({ event }) => event === 'reset');
    lost.close();
  });

  it('CUS-17 who listens from the moment on at which he asked is told what happened before he listened, and nothing else', async () => {
    const moment = async () => String((await wei('GET', '/api/meta')).headers['x-guanxi-moment']);
    const since = await moment();
    const calm = await listen(base, wei.headers, since);
    const account = (await wei('POST', '/api/records/account', { name: '宁波海曙仪表' })).body;
    const late = await listen(base, wei.headers, since);
    await late.until(of(account.id));
    await calm.until(of(account.id));
    assert.deepEqual([...new Set([...calm.heard, ...late.heard].map(({ event }) => event))], ['change']);

    const field = { object: 'account', type: 'text', labelZh: '别名', labelEn: 'Alias' };
    assert.equal((await product.ask('POST', '/api/records/customField', field)).status, 201);
    const reshaped = await listen(base, wei.headers, since);
    await reshaped.until(({ event }) => event === 'meta');
    const anew = await listen(base, wei.headers, await moment());
    await pause(400);
    assert.deepEqual(anew.heard, []);

    const garbled = await listen(base, wei.headers, "0' or 1=1~");
    await garbled.until(({ event }) => event === 'notification');
    const unknown = await listen(base, wei.headers, '9:3:~');
    await unknown.until(({ event }) => event === 'reset');
  });

  it('hears on when the last of the others leaves while it catches up', async () => {
    const { database, registry } = product;
    let catchingUp = Promise.resolve();
    const slow: Database = {
      ...database,
      run: (text, values) => catchingUp.then(() => database.run(text, values)),
    };
    const feed = new Feed(slow, registry, 'ws_main', (error) => assert.fail(String(error)));
    const settings = {
      company: '',
      currency: 'CNY',
      currencies: { CNY: '1' },
      locale: 'en',
      timeZone: 'UTC',
    };
    const workspace = workspaceOf({ name: 'main', label: '', schema: 'ws_main', settings });
    const actor = asSystem('listening in a test');
    const told: unknown[] = [];
    const listener = (): Listener => ({
      person: '',
      context: async () => ({ registry, workspace, actor, database, now: Date.now() }),
      send: (event, content) => void (event === 'change' && told.push((content as { id: string }).id)),
      close: () => undefined,
    });
    const leaving = listener();
    await feed.add(leaving);
    const since = await presentSnapshot(database);
    let caughtUp = () => {};
    catchingUp = new Promise((resolve) => {
      caughtUp = resolve;
    });
    const coming = feed.add(listener(), since);
    feed.remove(leaving);
    caughtUp();
    await coming;
    const { id } = (await product.ask('POST', '/api/records/team', { name: '大客户部' })).body;
    for (const end = Date.now() + 5000; Date.now() < end && !told.includes(id); ) await pause(5);
    assert.ok(told.includes(id));
    await feed.close();
  });

  it('one change is told once and a flood as a single reset', async () => {
    const boss = await listen(base, product.ask.headers);
    const names = (prefix: string) => Array.from({ length: 600 }, (_, n) => ({ name: `${prefix}${n}` }));
    const [one, two] = await Promise.all(
      [names('甲'), names('乙')].map((each) => product.ask('POST', '/api/records/team', each)),
    );
    assert.deepEqual([one?.status, two?.status], [201, 201]);
    const changes = () =>
      boss.heard.filter(({ event }) => event === 'change').map(({ content }) => content.id);
    const whole = () => boss.heard.some(({ event }) => event === 'reset') || changes().length >= 1200;
    await eventually(async () => whole() || undefined);
    await pause(100);
    assert.equal(new Set(changes()).size, changes().length);
    boss.close();
  });

  it('CUS-17 those who look at the same record see each other, and only if they may see it', async () => {
    const { id } = (
      await product.ask('POST', '/api/records/account', { name: '上海远航机电', owner: wei.id })
    ).body;
    const [boss, his] = await Promise.all([product.ask, wei].map((one) => listen(base, one.headers)));
    assert.ok(boss && his);
    const present = { object: 'account', id };
    assert.equal((await product.ask('POST', '/api/presence', present)).status, 204);
    assert.equal((await wei('POST', '/api/presence', present)).status, 204);
    const seen = await boss.until(({ event, content }) => event === 'presence' && content.users.length === 2);
    assert.deepEqual(
      seen.content.users.map(({ name }: { name: string }) => name).sort(),
      ['张伟', '林晓彤'].sort(),
    );
    await his.until(({ event, content }) => event === 'presence' && content.users.length === 2);
    assert.equal((await na('POST', '/api/presence', present)).status, 404);
    await wei('POST', '/api/presence', { ...present, left: true });
    await boss.until(
      ({ event, content }) =>
        event === 'presence' && content.users.length === 1 && boss.heard.at(-1)?.content === content,
    );
    for (const each of [boss, his]) each.close();
    assert.equal((await wei('POST', '/api/presence', { object: 'ship', id })).status, 422);
  });

  it('ends when the listener may no longer sign in', async () => {
    const min = await product.colleague({
      name: '王敏',
      email: 'min@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const hers = await listen(base, min.headers);
    await product.ask('PATCH', `/api/records/user/${min.id}`, { active: false });
    await Promise.race([hers.ended, pause(1000).then(() => assert.fail('still listening'))]);
  });
});
