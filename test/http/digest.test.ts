import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { eventually } from '#test/eventually.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import { type Asking, type Product, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;

describe('CUS-20 notifications that are gathered', () => {
  let product: Product;
  let mails: MailServer;
  let su: Asking & { id: string };

  before(async () => {
    mails = await startMailServer();
    const mail = smtpMail({ url: mails.url, from: '关系 <crm@hengyue.example>' });
    product = await startProduct({ channels: { mail } });
    su = await product.colleague({
      ...{ name: '苏晴', email: 'su@hengyue.example', roles: ['salesRepresentative'] },
    });
  });

  /** A task of which she is reminded now. */
  const remind = async (subject: string): Promise<Json> => {
    const remindAt = new Date(Date.now() - 500).toISOString();
    return (await product.ask('POST', '/api/records/task', { subject, owner: su.id, remindAt })).body;
  };
  const toldOf = async (record: string): Promise<Json> =>
    (await su('GET', '/api/notifications')).body.notifications.find(
      (one: Json) => one.record === record && one.kind === 'activities.taskDue',
    );
  const digests = () => mails.mails.filter(({ headers }) => headers.get('subject')?.includes('通知汇总'));
  const settled = (record: string) =>
    eventually(async () => {
      const [found] = (await toldOf(record)).deliveries;
      return found.state === 'waiting' ? undefined : found;
    });

  it('come in one mail at the time that a person chose, without what is read or done by then', async () => {
    const wrong = await su('PUT', '/api/notification-settings/digest', {
      time: '25:00',
      weekdays: [8],
      at: 1,
    });
    assert.deepEqual(wrong.body.errors.map(({ field }: Json) => field).sort(), ['at', 'time', 'weekdays']);
    const time = { time: '18:30', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const chosen = await su('PUT', '/api/notification-settings/digest', time);
    assert.deepEqual([chosen.status, chosen.body.digest], [200, time]);
    await su('PATCH', '/api/notification-settings', { 'activities.taskDue': ['digest'] });

    const tasks = [];
    for (const subject of ['核对发货单', '回访宁波海曙仪表', '已读的事', '办完的事'])
      tasks.push(await remind(subject));
    const [first, , read, done] = tasks as [Json, Json, Json, Json];
    await eventually(async () => {
      const { rows } = await product.pool.query(
        `select count(*)::int as waiting from ws_main.notification_delivery
         where channel = 'digest' and state = 'waiting' and attempts = 0 and wake > now() + interval '3 seconds'`,
      );
      return rows[0].waiting === 4 ? true : undefined;
    });
    await su('PATCH', `/api/notifications/${(await toldOf(read.id)).id}`, { read: true });
    await su('POST', '/api/actions/activities.completeTask', { id: done.id });
    assert.deepEqual(digests(), []);

    // As if all this had been two days ago.
    await product.pool.query(
      `update ws_main.notification set at = at - interval '2 days' where person = $1 and kind = 'activities.taskDue'`,
      [su.id],
    );
    await product.pool.query(
      `update ws_main.notification_delivery set wake = now() where channel = 'digest'`,
    );
    assert.equal((await settled(first.id)).state, 'done');
    const [mail, ...others] = digests();
    assert.deepEqual([mail?.headers.get('subject'), others], ['通知汇总：您有 2 条通知', []]);
    assert.equal(
      mail?.headers.get('list-unsubscribe'),
      `<http://127.0.0.1:3000/settings?part=notifications>`,
    );
    assert.ok(
      mail?.text.includes(`任务提醒 · 核对发货单`) &&
        mail.text.includes(`http://127.0.0.1:3000/task/${first.id}`),
    );
    assert.ok(mail?.html.includes('回访宁波海曙仪表'));
    assert.ok(!/已读的事|办完的事/.test(mail?.text ?? ''));
    assert.deepEqual(
      [await settled(read.id), await settled(done.id)].map(({ reason }) => reason),
      ['seen', 'over'],
    );
  });
});
