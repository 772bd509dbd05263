import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { webPushSender } from '#adapters/web-push/web-push.ts';
import { removeRead } from '#engine/notifications/remove-read.ts';
import { createApplication } from '#main/application.ts';
import { eventually } from '#test/eventually.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import { type PushService, startPushService } from '#test/outside/push-service.ts';
import { type Asking, type Product, startProduct } from './product.ts';

type Colleague = Asking & { id: string };
type Json = ReturnType<JSON['parse']>;

const baseUrl = 'http://127.0.0.1:3000';
const secret = 's'.repeat(40);

describe('CUS-20 notifications', () => {
  let product: Product;
  let mails: MailServer;
  let pushes: PushService;
  let wei: Colleague;
  let na: Colleague;

  before(async () => {
    [mails, pushes] = [await startMailServer(), await startPushService()];
    product = await startProduct({ channels: channels(mails.url) });
    wei = await person('张伟', 'wei');
    na = await person('李娜', 'na');
  });

  const channels = (url: string) => ({
    mail: smtpMail({ url, from: '关系 <crm@hengyue.example>' }),
    push: webPushSender({ secret, contact: baseUrl, reach: { loopback: true } }),
  });
  const person = (name: string, email: string) =>
    product.colleague({ name, email: `${email}@hengyue.example`, roles: ['salesRepresentative'] });
  const make = async (object: string, values: object): Promise<Json> => {
    const answer = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  /** A task of which somebody is reminded now. */
  const remind = (subject: string, owner: string, more: object = {}) =>
    make('task', { subject, owner, remindAt: new Date(Date.now() - 500).toISOString(), ...more });
  const toldOf = async (who: Asking, record: string, kind = 'activities.taskDue'): Promise<Json> => {
    const { notifications } = (await who('GET', '/api/notifications')).body;
    return notifications.find((one: Json) => one.record === record && one.kind === kind);
  };
  const delivery = async (who: Asking, record: string, channel: string) =>
    (await toldOf(who, record))?.deliveries.find((one: Json) => one.channel === channel);
  const settled = (who: Asking, record: string, channel: string) =>
    eventually(async () => {
      const found = await delivery(who, record, channel);
      return found !== undefined && found.state !== 'waiting' ? found : undefined;
    });
  const mailsAbout = (subject: string) =>
    mails.mails.filter(({ headers }) => headers.get('subject')?.includes(subject));

  it('CUS-20 of a meeting that comes back people are reminded each time, and it moves on to the next by itself', async () => {
    const minute = 60_000;
    const startsAt = new Date(Date.now() - 7 * 24 * 60 * minute + 10 * minute).toISOString();
    const weekly = { startsAt, repeats: 'FREQ=WEEKLY', remindBefore: 'minutes15' };
    const { id } = await make('meeting', { subject: '周例会', owner: na.id, ...weekly });
    await eventually(() => toldOf(na, id, 'activities.meetingSoon'));

    const soon = new Date(Date.now() - 24 * 60 * minute + 300).toISOString();
    const daily = await make('meeting', { subject: '站会', startsAt: soon, repeats: 'FREQ=DAILY' });
    await eventually(async () => {
      const { body } = await product.ask('GET', `/api/records/meeting/${daily.id}`);
      return Date.parse(body.nextAt) - Date.parse(daily.nextAt) === 24 * 60 * minute ? body : undefined;
    });
  });

  it('what was read 90 days ago is cleared away, with its deliveries; what is unread stays', async () => {
    const tasks = [
      await remind('核对旧合同', na.id),
      await remind('整理名片', na.id),
      await remind('寄样品', na.id),
    ];
    const [old, lately, unread] = await Promise.all(tasks.map(({ id }) => eventually(() => toldOf(na, id))));
    const readAgo = (id: string, days: number) =>
      product.pool.query(
        `update ws_main.notification set at = now() - $2 * interval '1 day', read = now() - $2 * interval '1 day' where id = $1`,
        [id, days],
      );
    await readAgo(old.id, 91);
    await readAgo(lately.id, 89);
    await product.pool.query(
      `update ws_main.notification set at = now() - interval '200 days' where id = $1`,
      [unread.id],
    );
    await removeRead({ database: product.database, workspace: { schema: 'ws_main' } });
    const { rows } = await product.pool.query(
      `select n.id, d.notification from ws_main.notification n full join ws_main.notification_delivery d on d.notification = n.id
       where coalesce(n.id, d.notification) = any($1)`,
      [[old.id, lately.id, unread.id]],
    );
    assert.deepEqual(new Set(rows.flatMap(Object.values)), new Set([lately.id, unread.id]));
  });

  it('a reminder is in the bell, in the mailbox and on the browser, each once, in the reader’s language', async () => {
    const browser = pushes.subscribe('wei-phone');
    const subscribed = await wei('POST', '/api/notification-settings/browsers', browser);
    assert.equal(subscribed.status, 201, JSON.stringify(subscribed.body));
    const task = await remind('回复 <客户> 报价', wei.id, { dueAt: '2099-01-01T00:00:00Z' });
    const told = await eventually(() => toldOf(wei, task.id));
    assert.deepEqual(
      [told.title, told.text, told.read, told.concerns],
      ['回复 <客户> 报价', '截止时间：2099年1月1日 08:00', null, true],
    );
    assert.equal((await settled(wei, task.id, 'mail')).state, 'done');
    assert.equal((await settled(wei, task.id, 'push')).state, 'done');

    const [mail, ...further] = mailsAbout('报价');
    assert.deepEqual(further, []);
    assert.deepEqual(
      [mail?.sender, mail?.receivers, mail?.headers.get('subject')],
      ['crm@hengyue.example', ['wei@hengyue.example'], '任务提醒：回复 <客户> 报价'],
    );
    assert.match(mail?.headers.get('from') ?? '', /^关系 <crm@hengyue\.example>$/);
    assert.match(mail?.headers.get('message-id') ?? '', /^<[\w-]+@hengyue\.example>$/);
    assert.equal(mail?.headers.get('list-unsubscribe'), `<${baseUrl}/settings?part=notifications>`);
    assert.equal(mail?.headers.get('auto-submitted'), 'auto-generated');
    assert.ok(mail?.text.includes(`${baseUrl}/task/${task.id}`));
    assert.ok(mail?.html.includes(`href="${baseUrl}/task/${task.id}"`));
    assert.ok(mail?.html.includes('回复 &lt;客户&gt; 报价') && !mail.html.includes('<客户>'));

    const [message, ...more] = pushes.received;
    assert.deepEqual(more, []);
    assert.equal(message?.subscription, 'wei-phone');
    assert.deepEqual(message?.message, {
      title: '任务提醒 · 回复 <客户> 报价',
      body: '截止时间：2099年1月1日 08:00',
      path: `/task/${task.id}`,
      tag: told.id,
    });
  });

  it('are written in English for who reads English, on his own clock', async () => {
    await na('PATCH', '/api/me', { locale: 'en', timeZone: 'Europe/London' });
    const task = await remind('Send samples', na.id, { dueAt: '2099-07-01T16:00:00Z' });
    const told = await eventually(() => toldOf(na, task.id));
    assert.deepEqual([told.label, told.text], ['Task reminders', 'Due Jul 1, 2099, 5:00 PM']);
    assert.equal((await settled(na, task.id, 'mail')).state, 'done');
    const [mail] = mailsAbout('Send samples');
    assert.match(mail?.text ?? '', /Open in Guanxi:\r\n.*\r\n\r\n-- \r\nYou get this mail because/s);
    assert.equal((await settled(na, task.id, 'push')).reason, 'noBrowser');
  });

  it('are counted, marked read, put off until later, and come back', async () => {
    const lin = await person('林涛', 'tao');
    const [one, two] = [await remind('第一件', lin.id), await remind('第二件', lin.id)];
    await eventually(async () => (await toldOf(lin, one.id)) && (await toldOf(lin, two.id)));
    const unread = async () => (await lin('GET', '/api/notifications')).body.unread;
    // Beside the reminders he is told that somebody else gave him two tasks: one notification for both.
    const assigned = await eventually(async () => {
      const found = await toldOf(lin, one.id, 'ownable.handedOver');
      return found?.count === 2 ? found : undefined;
    });
    assert.deepEqual([assigned.count, assigned.text], [2, '任务 · 林晓彤共转交给您 2 条，此为其中之一']);
    assert.equal(await unread(), 3);
    const { id } = await toldOf(lin, one.id);
    await lin('PATCH', `/api/notifications/${id}`, { read: true });
    assert.equal(await unread(), 2);
    const later = new Date(Date.now() + 1500).toISOString();
    assert.equal((await lin('PATCH', `/api/notifications/${id}`, { snoozed: later })).status, 204);
    assert.equal(await toldOf(lin, one.id), undefined);
    const back = await eventually(() => toldOf(lin, one.id));
    assert.deepEqual([back.read, back.snoozed], [null, null]);
    await lin('POST', '/api/notifications/read-all');
    assert.equal(await unread(), 0);
    const wrong = await lin('PATCH', `/api/notifications/${id}`, {
      snoozed: 'tomorrow',
      read: 'yes',
      colour: 1,
    });
    assert.equal(wrong.status, 422);
    assert.deepEqual(wrong.body.errors.map(({ field }: Json) => field).sort(), ['colour', 'read', 'snoozed']);
  });

  it('belong to one person: nobody else reads, marks or learns of them', async () => {
    const task = await remind('保密事项', wei.id);
    const { id } = await eventually(() => toldOf(wei, task.id));
    assert.equal(await toldOf(na, task.id), undefined);
    assert.equal((await na('PATCH', `/api/notifications/${id}`, { read: true })).status, 404);
    assert.equal((await product.as({})('GET', '/api/notifications')).status, 401);
    assert.equal((await na('GET', '/api/notification-deliveries')).status, 403);
  });

  it('say nothing of a record that the reader may not see any more, and are not sent', async () => {
    // Without the time to see it: what is sent is judged when it is sent.
    mails.answer(450);
    const task = await remind('转给别人的任务', wei.id);
    await eventually(async () => ((await delivery(wei, task.id, 'mail'))?.reason ? true : undefined));
    const offered = mailsAbout('转给别人').length;
    const next = await person('周敏', 'min');
    await product.ask('PATCH', `/api/records/task/${task.id}`, { owner: next.id });
    assert.equal(await toldOf(wei, task.id), undefined);
    mails.answer(250);
    await due(product);
    const state = await eventually(async () => {
      const { deliveries } = (await product.ask('GET', '/api/notification-deliveries?state=skipped')).body;
      return deliveries.find((one: Json) => one.record === task.id && one.channel === 'mail');
    });
    assert.deepEqual([state.reason, mailsAbout('转给别人').length], ['notVisible', offered]);
    // The new owner is told that it is his now.
    assert.equal((await eventually(() => toldOf(next, task.id, 'ownable.handedOver'))).actor.name, '林晓彤');
  });

  it('are not sent about what has been done or seen meanwhile, and no longer count', async () => {
    mails.answer(450);
    const [done, seen] = [await remind('办完的事', wei.id), await remind('看过的事', wei.id)];
    for (const { id } of [done, seen])
      await eventually(async () => ((await delivery(wei, id, 'mail'))?.reason ? true : undefined));
    await wei('POST', '/api/actions/activities.completeTask', { id: done.id });
    await wei('PATCH', `/api/notifications/${(await toldOf(wei, seen.id)).id}`, { read: true });
    mails.answer(250);
    await due(product);
    assert.deepEqual((await settled(wei, done.id, 'mail')).reason, 'over');
    assert.deepEqual((await settled(wei, seen.id, 'mail')).reason, 'seen');
    assert.equal((await toldOf(wei, done.id)).concerns, false);
    assert.deepEqual([...mailsAbout('办完的事'), ...mailsAbout('看过的事')], []);
  });

  it('are tried again after a temporary refusal, and fail with the reason after a final one', async () => {
    mails.answer(451);
    const busy = await remind('服务器忙', wei.id);
    await eventually(async () => ((await delivery(wei, busy.id, 'mail'))?.reason ? true : undefined));
    assert.match((await delivery(wei, busy.id, 'mail')).reason, /451.*Busy, come again/);
    mails.answer(250);
    await due(product);
    assert.deepEqual(await settled(wei, busy.id, 'mail'), { channel: 'mail', state: 'done', reason: null });
    assert.equal(mailsAbout('服务器忙').length, 1);

    mails.answer(550);
    const gone = await remind('地址不存在', wei.id);
    const failed = await settled(wei, gone.id, 'mail');
    assert.equal(failed.state, 'failed');
    assert.match(failed.reason, /550.*No such person here/);
    mails.answer(250);
    const { deliveries } = (await product.ask('GET', '/api/notification-deliveries?state=failed')).body;
    const { id } = deliveries.find((one: Json) => one.record === gone.id);
    assert.equal((await product.ask('POST', `/api/notification-deliveries/${id}/retry`)).status, 204);
    await eventually(async () =>
      (await delivery(wei, gone.id, 'mail')).state === 'done' ? true : undefined,
    );
  });

  it('wait while the mail server is down, and arrive once when it is back', async () => {
    const [port, before] = [mails.port, mails];
    await mails.stop();
    const task = await remind('等服务器恢复', wei.id);
    await eventually(async () => ((await delivery(wei, task.id, 'mail'))?.reason ? true : undefined));
    assert.match((await delivery(wei, task.id, 'mail')).reason, /ECONNREFUSED|closed|reset/i);
    mails = await startMailServer(port);
    mails.answer(250);
    await due(product);
    assert.equal((await settled(wei, task.id, 'mail')).state, 'done');
    assert.deepEqual([mailsAbout('等服务器恢复').length, before.mails.length > 0], [1, true]);
  });

  it('are sent once however many servers there are', async () => {
    const others = await Promise.all(
      [1, 2].map(() =>
        createApplication({
          ...{ pool: product.pool, registry: product.registry, secret, baseUrl },
          channels: channels(mails.url),
        }),
      ),
    );
    const subjects = Array.from({ length: 12 }, (_, index) => `多台服务器 ${index}`);
    const remindAt = new Date(Date.now() - 500).toISOString();
    const made = await make(
      'task',
      subjects.map((subject) => ({ subject, owner: wei.id, remindAt })) as object,
    );
    for (const { id } of made.records) assert.equal((await settled(wei, id, 'mail')).state, 'done');
    await pause(300);
    assert.deepEqual(
      subjects.map(
        (subject) => mails.mails.filter(({ headers }) => headers.get('subject')?.endsWith(subject)).length,
      ),
      subjects.map(() => 1),
    );
    for (const other of others) await other.close();
  });

  it('forget a browser that is gone, and try again when its push service is out of order', async () => {
    pushes.answer('wei-phone', 503);
    const waiting = await remind('推送服务故障', wei.id);
    await eventually(async () => ((await delivery(wei, waiting.id, 'push'))?.reason ? true : undefined));
    pushes.answer('wei-phone', 201);
    mails.answer(250);
    await due(product);
    assert.equal((await settled(wei, waiting.id, 'push')).state, 'done');
    pushes.answer('wei-phone', 410);
    const gone = await remind('浏览器已注销', wei.id);
    assert.equal((await settled(wei, gone.id, 'push')).reason, 'noBrowser');
    const { push } = (await wei('GET', '/api/notification-settings')).body;
    assert.deepEqual(push.browsers, []);
  });

  it('reach each person by the channels that he chose', async () => {
    const tao = await person('孙涛', 'sun');
    const settings = (await tao('GET', '/api/notification-settings')).body;
    assert.equal(settings.mail.available, true);
    const due = settings.kinds.find(({ kind }: Json) => kind === 'activities.taskDue');
    assert.deepEqual([due.label, due.channels], ['任务提醒', ['mail', 'push']]);
    const chosen = await tao('PATCH', '/api/notification-settings', { 'activities.taskDue': [] });
    assert.equal(chosen.status, 200, JSON.stringify(chosen.body));
    const task = await remind('只在产品内提醒', tao.id);
    assert.deepEqual((await eventually(() => toldOf(tao, task.id))).deliveries, []);
    const wrong = await tao('PATCH', '/api/notification-settings', {
      'activities.taskDue': ['fax'],
      nothing: [],
    });
    assert.deepEqual(wrong.body.errors.map(({ field }: Json) => field).sort(), [
      'activities.taskDue',
      'nothing',
    ]);
    const trial = await tao('POST', '/api/notification-settings/trial', { channel: 'mail' });
    assert.equal(trial.status, 202);
    await eventually(async () => (mailsAbout('测试消息').length === 1 ? true : undefined));
  });

  it('say in the settings that no mail server is named, and with the notification why no mail came', async () => {
    const alone = await startProduct();
    const { mail, push } = (await alone.ask('GET', '/api/notification-settings')).body;
    assert.deepEqual([mail.available, push.publicKey], [false, null]);
    const me = (await alone.ask('GET', '/api/me')).body;
    await alone.ask('POST', '/api/notification-settings/trial', { channel: 'mail' });
    const state = await eventually(async () => {
      const [one] = (await alone.ask('GET', '/api/notifications')).body.notifications;
      return one?.record === me.id && one.deliveries[0].state !== 'waiting' ? one.deliveries[0] : undefined;
    });
    assert.deepEqual(state, { channel: 'mail', state: 'skipped', reason: 'noMailServer' });
  });

  it('go to no address inside the company: those are refused when a browser is added', async () => {
    const strict = await startProduct({ channels: { push: webPushSender({ secret, contact: baseUrl }) } });
    const { keys } = pushes.subscribe('none');
    for (const endpoint of [
      'http://127.0.0.1:9/push',
      'https://127.0.0.1/push',
      'https://169.254.169.254/latest/meta-data',
      'https://[::1]/push',
      'https://[::ffff:10.0.0.1]/push',
      'https://10.1.2.3/push',
      'https://localhost/push',
      'https://2130706433/push',
      'https://database.internal/push',
      'https://user:word@push.example.com/',
      'https://push.example.com:5432/',
      'file:///etc/passwd',
      'not an address',
    ]) {
      const { status, body } = await strict.ask('POST', '/api/notification-settings/browsers', {
        endpoint,
        keys,
      });
      assert.deepEqual([endpoint, status, body.errors?.[0].field], [endpoint, 422, 'endpoint']);
    }
    const fine = { endpoint: 'https://push.example.com/abc', keys };
    assert.equal((await strict.ask('POST', '/api/notification-settings/browsers', fine)).status, 201);
    const short = { ...fine, keys: { p256dh: 'AAAA', auth: 'AAAA' } };
    const { body } = await strict.ask('POST', '/api/notification-settings/browsers', short);
    assert.deepEqual(
      body.errors.map(({ field }: Json) => field),
      ['keys.p256dh', 'keys.auth'],
    );
  });
});

/** As if the pause between two tries were over. */
async function due({ pool }: Product): Promise<void> {
  await pool.query(`update ws_main.notification_delivery set wake = now() where state = 'waiting'`);
}
