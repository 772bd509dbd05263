import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { openTable } from '#engine/import-export/reading/open-table.ts';
import { createApplication } from '#main/application.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import { type Asking, type Product, startProduct } from './product.ts';
import { unzipped } from './unzipped.ts';

type Json = ReturnType<JSON['parse']>;

const password = 'early tea in the garden';

describe('PRV-04 protection of what the company knows of its customers', () => {
  let product: Product;
  let mails: MailServer;
  let wei: Asking & { id: string };
  let na: Asking & { id: string };

  before(async () => {
    mails = await startMailServer();
    const mail = smtpMail({ url: mails.url, from: '关系 <crm@hengyue.example>' });
    product = await startProduct({ channels: { mail } });
    const person = (name: string, email: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: ['accountant'], password });
    [wei, na] = [await person('张伟', 'wei'), await person('李娜', 'na')];
    const accounts = Array.from({ length: 12 }, (_, index) => ({ name: `客户 ${index + 1}` }));
    await product.ask('POST', '/api/records/account', accounts);
  });

  const set = async (change: (safeguards: Json) => void) => {
    const { body } = await product.ask('GET', '/api/safeguards');
    change(body);
    const answer = await product.ask('PUT', '/api/safeguards', body);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };
  const exported = (ask: Asking, query = 'format=csv') => ask('GET', `/api/records/account/export?${query}`);
  const audited = async (kind: string): Promise<readonly Json[]> =>
    (await product.ask('GET', `/api/audit?kind=${kind}`)).body.entries;

  it('lets a person export no more a day than is set, and says how much, how far he is and until when, in his language', async () => {
    await set((safeguards) => {
      safeguards.everyone.exportedAtOnce = 20;
      safeguards.everyone.exportedPerDay = 20;
    });
    assert.equal((await exported(wei)).status, 200);
    const { status, body } = await exported(wei, 'format=xlsx');
    assert.equal(status, 403);
    assert.deepEqual([body.limit, body.used, body.asked], [20, 12, 12]);
    assert.match(
      body.errors[0].message,
      /^每天最多导出 20 条，您今天已导出 12 条，本次为 12 条。.*起可继续导出$/,
    );
    // The day of the company, which is in Shanghai, ends at its midnight.
    assert.match(body.until, /T16:00:00\.000Z$/);
    assert.ok(Date.parse(body.until) > Date.now());
    const [refused] = await audited('records.exportRefused');
    assert.deepEqual([refused.actor.id, refused.subject, refused.facts.count], [wei.id, 'account', 12]);
    assert.equal((await audited('records.exported')).length, 1);
  });

  it('PRV-01 asks why people’s data is exported, where the company wants to know, and the audit keeps the reason', async () => {
    await set((safeguards) => {
      safeguards.exportReason = true;
    });
    const people = (query: string) => product.ask('GET', `/api/records/contact/export?format=csv${query}`);
    const { status, body } = await people('');
    assert.deepEqual([status, body.errors[0].field, body.errors[0].code], [422, 'reason', 'exportReason']);
    assert.equal((await people(`&reason=${'x'.repeat(301)}`)).body.errors[0].code, 'tooLong');
    const why = '审计师要求的客户名单';
    assert.equal((await people(`&reason=${encodeURIComponent(why)}`)).status, 200);
    assert.equal((await audited('records.exported'))[0].facts.reason, why);
    assert.equal(
      (await people('&for=marketingByEmail')).status,
      200,
      'a use that they allow is reason enough',
    );
    assert.equal(
      (await product.ask('GET', '/api/records/product/export?format=csv')).status,
      200,
      'tells of nobody',
    );
    await set((safeguards) => {
      safeguards.exportReason = false;
    });
    assert.equal((await people('')).status, 200);
  });

  it('refuses a file that is too large by itself', async () => {
    await set((safeguards) => {
      safeguards.everyone.exportedAtOnce = 5;
    });
    const { status, body } = await exported(na);
    assert.deepEqual([status, body.limit, body.asked], [403, 5, 12]);
    assert.equal(body.errors[0].code, 'exportTooLarge');
    await set((safeguards) => {
      safeguards.everyone.exportedAtOnce = null;
      safeguards.everyone.exportedPerDay = 5;
    });
    assert.equal((await exported(na)).body.errors[0].code, 'exportTooLarge', 'no day has room for it');
    const where = encodeURIComponent(JSON.stringify({ name: { in: ['客户 1', '客户 2'] } }));
    assert.equal((await exported(na, `where=${where}`)).status, 200);
  });

  it('does not limit administrators, and a role as is set for it', async () => {
    assert.equal((await exported(product.ask)).status, 200);
    await set((safeguards) => {
      safeguards.roles.accountant = { ...safeguards.everyone, exportedAtOnce: null, exportedPerDay: 38 };
    });
    assert.equal((await exported(na)).status, 200);
  });

  it('lets of two exports at once, on two servers, only as many pass as the limit has room for', async () => {
    const { pool, registry } = product;
    const other = await createApplication({
      ...{ pool, registry, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' },
    });
    try {
      // 14 of 38 are used.
      const url = '/api/records/account/export';
      const answers = await Promise.all(
        [product.app, other, product.app, other].map((app) => app.inject({ url, headers: na.headers })),
      );
      const statuses = answers.map(({ statusCode }) => statusCode).sort();
      assert.deepEqual(statuses, [200, 200, 403, 403]);
    } finally {
      await other.close();
    }
    const { body } = await product.ask('GET', `/api/safeguards/people/${na.id}`);
    assert.equal(body.exportedToday, 38);
  });

  it('says in a workbook and in the name of every file who made it, for which company and when, and in no cell', async () => {
    await set((safeguards) => {
      safeguards.roles.accountant.exportedPerDay = null;
    });
    const url = '/api/records/account/export?format=xlsx&select=name';
    const { rawPayload, headers } = await product.app.inject({ url, headers: wei.headers });
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
    assert.equal(
      headers['content-disposition'],
      `attachment; filename="account.xlsx"; filename*=UTF-8''${encodeURIComponent(`客户 ${today} 张伟.xlsx`)}`,
    );
    const files = await unzipped(rawPayload);
    assert.match(files['docProps/core.xml'] ?? '', /<dc:creator>张伟<.*衡岳工业 · 张伟 · \d{4}年/);
    assert.match(files['docProps/app.xml'] ?? '', /<Company>衡岳工业</);
    assert.match(
      files['xl/worksheets/sheet1.xml'] ?? '',
      /<oddFooter>&amp;L衡岳工业 · 张伟 · .*&amp;R&amp;P/,
    );
    const table = await openTable({ name: 'account.xlsx', bytes: rawPayload });
    assert.deepEqual([table.header, table.sample.length], [['客户名称'], 12]);
    await table.close();
  });

  it('takes only limits that make sense, and only from an administrator', async () => {
    const { body } = await product.ask('GET', '/api/safeguards');
    body.everyone.openedPerHour = -1;
    body.roles.pirate = body.everyone;
    body.watermark.leaving = 'yes';
    const answer = await product.ask('PUT', '/api/safeguards', body);
    assert.equal(answer.status, 422);
    assert.deepEqual(answer.body.errors.map(({ field }: Json) => field).sort(), [
      'everyone.openedPerHour',
      'roles.pirate',
      'roles.pirate.openedPerHour',
      'watermark.leaving',
    ]);
    for (const url of ['/api/safeguards', `/api/safeguards/people/${na.id}`, '/api/records/departure'])
      assert.equal((await wei('GET', url)).status, 403);
    const [changed] = await audited('safeguards.changed');
    assert.equal(changed.facts.changes.roles[1].accountant.exportedPerDay, null);
  });

  const alarms = async (): Promise<readonly Json[]> =>
    (await product.ask('GET', '/api/records/accessAlarm?sort=createdAt')).body.records;
  const told = async (kind: string): Promise<readonly Json[]> =>
    (await product.ask('GET', '/api/notifications')).body.notifications.filter(
      (one: Json) => one.kind === `administration.${kind}`,
    );
  const seen = async (id: string): Promise<Json> =>
    (await product.ask('GET', `/api/safeguards/people/${id}`)).body;

  it('counts records that are opened, and lists by their rows, for the person who sees them', async () => {
    const { records } = (await wei('GET', '/api/records/account?limit=10&sort=createdAt')).body;
    await wei('GET', '/api/records/account?limit=10&sort=-createdAt');
    await wei('GET', '/api/records/account?where={"name":"nobody"}');
    for (const { id } of records.slice(0, 3)) await wei('GET', `/api/records/account/${id}`);
    assert.deepEqual((await seen(wei.id)).views, [{ object: 'account', opened: 3, listed: 20 }]);
    assert.deepEqual(await alarms(), []);
  });

  it('raises an alarm, once for each person and time, when somebody looks at more than is usual, and tells administrators', async () => {
    await set((safeguards) => {
      safeguards.roles.accountant.listedPerHour = 30;
    });
    for (let page = 0; page < 3; page++) await wei('GET', '/api/records/account');
    await seen(wei.id);
    await wei('GET', '/api/records/account');
    await seen(wei.id);
    const [alarm, ...more] = await alarms();
    assert.deepEqual(more, []);
    const { person, what, how, within, amount, threshold, address } = alarm;
    assert.deepEqual(
      { person, what, how, within, amount, threshold, address },
      {
        person: wei.id,
        what: 'account',
        how: 'listed',
        within: 'hour',
        amount: 56,
        threshold: 30,
        address: '127.0.0.1',
      },
    );
    const [notification] = await eventually(() => told('manyViewed'));
    assert.equal(notification.title, '张伟');
    assert.equal(notification.text, '1 小时内列表浏览“客户” 56 条，超过阈值 30 条，来源 127.0.0.1');
    assert.equal((await audited('accessAlarm.created')).length, 1);
    const { id } = alarm;
    assert.equal((await product.ask('DELETE', `/api/records/accessAlarm/${id}`)).status, 403);
    const by = await product.ask('POST', '/api/records/accessAlarm', { person, what, how, within, amount });
    assert.equal(by.status, 403, 'nobody raises one by hand');
    const known = (await product.ask('GET', '/api/meta')).body.objects.find(
      ({ name }: Json) => name === 'accessAlarm',
    );
    assert.deepEqual([known.can.create, known.can.import], [false, false]);
    const mail = await eventually(() => mails.mails);
    assert.match(mail[0]?.headers.get('subject') ?? '', /张伟/);
  });

  it('lets somebody who leaves export nothing, unless an administrator allows him some, and watches him more closely', async () => {
    const endsAt = new Date(Date.now() + 7 * 24 * 3600_000).toISOString();
    const made = await product.ask('POST', '/api/records/departure', { person: wei.id, endsAt });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal(made.body.name, '张伟');
    assert.equal((await exported(wei)).body.errors[0].code, 'exportNotAllowed');
    const { id } = made.body;
    assert.equal(
      (await product.ask('PATCH', `/api/records/departure/${id}`, { exportsPerDay: 12 })).status,
      200,
    );
    // What he has exported today counts, as before.
    assert.deepEqual((await exported(wei)).body.used, 24);
    const { limits, entries } = await seen(wei.id);
    assert.deepEqual([limits.exportedPerDay, limits.openedPerHour, limits.listedPerHour], [12, 60, 30]);
    assert.equal(entries[0].kind, 'records.exportRefused');
    const undone = await product.ask('DELETE', `/api/records/departure/${id}`);
    assert.equal(undone.status, 204);
    assert.equal((await exported(wei)).status, 200);
    assert.equal((await audited('departure.created')).length, 1);
  });

  it('ends the access of somebody who leaves when the time has come, by itself, and offers to hand over what is his', async () => {
    await product.ask('POST', '/api/records/task', { subject: '回访', owner: na.id });
    const { body: own } = await na('POST', '/api/api-keys', { name: '报表' });
    const key = product.as({ authorization: `Bearer ${own.key}` });
    assert.equal((await key('GET', '/api/me')).status, 200);
    const endsAt = new Date(Date.now() - 1000).toISOString();
    const made = await product.ask('POST', '/api/records/departure', { person: na.id, endsAt });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await eventually(async () => ((await na('GET', '/api/me')).status === 401 ? [true] : []));
    const { body: person } = await product.ask('GET', `/api/records/user/${na.id}`);
    assert.equal(person.active, false);
    await eventually(async () => ((await key('GET', '/api/me')).status === 401 ? [true] : []));
    const { rowCount: sessions } = await product.pool.query(
      'select from guanxi.session s join guanxi.membership m using (identity_id) where m.user_id = $1',
      [na.id],
    );
    assert.equal(sessions, 0, 'what is still open in a browser is over');
    const [notification] = await eventually(() => told('accessEnded'));
    const { body: left } = await product.ask('GET', `/api/records/departure/${made.body.id}`);
    assert.equal(left.state, 'left');
    assert.match(notification.text, /^自 .+ 起已无法登录/);
    const preview = await product.ask('POST', '/api/actions/administration.handOverFromLeaver', {
      ...{ id: made.body.id, input: { to: wei.id }, preview: true },
    });
    assert.deepEqual(preview.body.consequences, [{ object: 'task', kind: 'update', count: 1 }]);
    const payload = { email: 'na@hengyue.example', password };
    const again = await product.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload });
    assert.equal(again.statusCode, 401);
    assert.match(again.body, /accessEnded/);
  });

  it('lets nobody say of himself that he leaves, which could close the door behind the last administrator', async () => {
    const { id: person } = (await product.ask('GET', '/api/meta')).body.user;
    const values = { person, endsAt: new Date().toISOString() };
    const { status, body } = await product.ask('POST', '/api/records/departure', values);
    assert.deepEqual([status, body.errors[0].field, body.errors[0].code], [422, 'person', 'notYourself']);
  });
});

/** What is asked for, once there is any. */
async function eventually<Found>(ask: () => readonly Found[] | Promise<readonly Found[]>) {
  for (let tries = 0; tries < 200; tries++) {
    const found = await ask();
    if (found.length > 0) return found;
    await pause(50);
  }
  throw new Error('It never came.');
}
