import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import { type Asking, type Product, startProduct } from './product.ts';

type Colleague = Asking & { id: string };
type Json = ReturnType<JSON['parse']>;

describe('ANA-01 reports by mail', () => {
  let product: Product;
  let mails: MailServer;
  let wei: Colleague;
  let na: Colleague;
  let report = '';

  before(async () => {
    mails = await startMailServer();
    const mail = smtpMail({ url: mails.url, from: '关系 <crm@hengyue.example>' });
    product = await startProduct({ channels: { mail } });
    const person = (name: string, email: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: ['salesRepresentative'] });
    [wei, na] = [await person('张伟', 'wei'), await person('李娜', 'na')];
    await product.ask('PATCH', `/api/records/user/${na.id}`, { locale: 'en' });
    const account = await make('account', { name: '江南零售', owner: wei.id });
    await make('opportunity', { name: '门店', account: account.id, amount: '1000.50', owner: wei.id });
    report = (
      await make('report', {
        ...{ name: '商机', object: 'opportunity', everybody: true },
        settings: { rows: ['stage'], measures: ['sum(amount)'] },
      })
    ).id;
  });

  const make = async (object: string, values: object, who: Asking = product.ask): Promise<Json> => {
    const answer = await who('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const schedule = (values: object = {}) =>
    make('reportSchedule', { ...{ name: '每日商机', report, often: 'daily', time: '08:00' }, ...values });
  const read = async (id: string): Promise<Json> =>
    (await product.ask('GET', `/api/records/reportSchedule/${id}`)).body;
  const receivedBy = (email: string, name: string) =>
    mails.mails.filter(
      ({ receivers, headers }) =>
        receivers.includes(`${email}@hengyue.example`) && headers.get('subject')?.includes(name),
    );
  const received = (email: string, name: string) => eventually(async () => receivedBy(email, name)[0]);

  it('are due next on the clock of the owner, and rest while paused', async () => {
    const { id, nextAt, version } = await schedule({ name: '时钟', people: [wei.id] });
    assert.match(nextAt, /T00:00:00/);
    assert.ok(Date.parse(nextAt) > Date.now());
    await product.ask('PATCH', `/api/records/reportSchedule/${id}`, { active: false, version });
    assert.equal((await read(id)).nextAt, null);
  });

  it('reach people, teams and roles at their time, each with his own numbers and in his language, once', async () => {
    const team = await make('team', { name: '华东', members: [na.id] });
    const { id } = await schedule({
      name: '同一份报表',
      people: [wei.id, na.id],
      teams: [team.id],
      format: 'both',
    });
    await product.pool.query(
      `update ws_main."reportSchedule" set "nextAt" = now() - interval '1 second' where id = $1`,
      [id],
    );
    const [one, other] = [await received('wei', '同一份报表'), await received('na', '同一份报表')];
    const [his, hers] = [await words(one), await words(other)];
    assert.ok(his.includes('¥1,000.50') && his.includes('合计'), his);
    assert.ok(!hers.includes('1,000.50') && hers.includes('No records'), hers);
    assert.match(String(other?.headers.get('subject')), /^Scheduled report: /);
    assert.equal(one?.attachments.length, 2);
    const after = await read(id);
    assert.ok(Date.parse(after.nextAt) > Date.now() && after.lastAt !== null);
    assert.deepEqual([receivedBy('wei', '同一份报表').length, receivedBy('na', '同一份报表').length], [1, 1]);
    const { body } = await product.ask('GET', '/api/audit?kind=records.exported&limit=10');
    assert.ok(body.entries.some(({ actor, facts }: Json) => actor.id === wei.id && facts.report === '商机'));
  });

  it('come at once to whoever gets them and asks, and no more to who has stopped them', async () => {
    const dashboard = (await make('dashboard', { name: '晨会', everybody: true })).id;
    await make('dashboardTile', { dashboard, declared: 'opportunity.pipeline' });
    const { id } = await schedule({ name: '退订', report: null, dashboard, people: [wei.id] });
    const ask = (action: string, who: Asking) => who('POST', `/api/actions/reporting.${action}`, { id });
    assert.equal((await ask('sendMeNow', wei)).status, 200);
    const mail = await received('wei', '退订');
    assert.equal(mail?.attachments.length, 1);
    assert.match(await words(mail), /进行中商机的阶段分布/);
    assert.notEqual((await ask('stopReceiving', na)).status, 200);
    assert.equal((await ask('stopReceiving', wei)).status, 200);
    assert.equal((await read(id)).receivers, null);
    assert.equal((await wei('GET', `/api/records/reportSchedule/${id}`)).status, 404);
  });

  it('are tried again while the mail server is busy, and count once as taken', async () => {
    const { id } = await schedule({ name: '重试', people: [wei.id] });
    const taken = async () =>
      (await product.ask('GET', `/api/audit?kind=records.exported&person=${wei.id}&limit=100`)).body.entries
        .length;
    const before = await taken();
    mails.answer(451);
    assert.equal((await wei('POST', '/api/actions/reporting.sendMeNow', { id })).status, 200);
    const waiting = `select 1 from ws_main.notification_delivery d join ws_main.notification n on n.id = d.notification
      where n.record = $1 and d.state = 'waiting' and d.reason is not null`;
    await eventually(async () => (await product.pool.query(waiting, [id])).rows[0]);
    mails.answer(250);
    await product.pool.query(`update ws_main.notification_delivery set wake = now() where state = 'waiting'`);
    assert.equal((await received('wei', '重试'))?.attachments.length, 1);
    assert.equal((await taken()) - before, 1);
  });

  it('say what is missing by its name', async () => {
    const refused = async (values: object): Promise<string[]> => {
      const { status, body } = await product.ask('POST', '/api/records/reportSchedule', {
        name: 'x',
        ...values,
      });
      assert.equal(status, 422);
      return body.errors.map(({ field }: Json) => field);
    };
    assert.deepEqual(await refused({ report, often: 'weekly' }), ['weekdays']);
    assert.deepEqual(await refused({ report, often: 'monthly' }), ['dayOfMonth']);
    assert.deepEqual(await refused({}), ['report']);
    assert.deepEqual(await refused({ report, time: '8 o’c', dayOfMonth: 32 }), ['time', 'dayOfMonth']);
  });
});

/** The words of the PDF that a mail carries. */
async function words(mail: MailServer['mails'][number] | undefined): Promise<string> {
  const pdf = mail?.attachments.find(({ name }) => name.endsWith('.pdf'));
  assert.ok(pdf, JSON.stringify(mail?.attachments.map(({ name }) => name)));
  const document = await getDocument({ data: new Uint8Array(pdf.bytes), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

async function eventually<Found>(find: () => Promise<Found | undefined>): Promise<Found | undefined> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const found = await find();
    if (found !== undefined) return found;
    await pause(50);
  }
  return undefined;
}
