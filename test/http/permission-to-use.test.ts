import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import { type Asking, type Product, startProduct } from './product.ts';

describe('PRV-03 what is known of people is used only as they allow', () => {
  let product: Product;
  let ask: Asking;
  let mails: MailServer;

  before(async () => {
    mails = await startMailServer();
    const mail = smtpMail({ url: mails.url, from: '关系 <crm@hengyue.example>' });
    product = await startProduct({ channels: { mail } });
    ask = product.ask;
  });

  const make = async (object: string, values: object): Promise<string> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  const person = (firstName: string, values = {}) =>
    make('contact', { lastName: '许', firstName, email: `${firstName}@wan.example`, ...values });
  const say = (id: string, values: object, object = 'contact') =>
    make('consent', {
      purpose: 'marketing',
      subject: { object, id },
      text: '我愿意接收产品资讯。',
      ...values,
    });
  const permissions = async (id: string, object = 'contact') => {
    const names = 'marketingByEmail,marketingByPhone,newsletterByEmail';
    const { body } = await ask('GET', `/api/records/${object}/${id}?select=${names}`);
    const { marketingByEmail: email, marketingByPhone: phone, newsletterByEmail: newsletter } = body;
    return { email, phone, newsletter };
  };
  const nothing = { email: false, phone: false, newsletter: false };
  const eventually = async <Value>(look: () => Promise<Value | undefined>): Promise<Value> => {
    for (let round = 0; round < 400; round++) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('It did not come.');
  };

  it('the latest word for the purpose and the way counts; where nobody said anything nothing is allowed', async () => {
    const id = await person('silent');
    assert.deepEqual(await permissions(id), nothing);
    await say(id, { givenAt: '2026-03-01T08:00:00Z' });
    assert.deepEqual(await permissions(id), { ...nothing, email: true, phone: true });
    await say(id, { decision: 'withdrawn', ways: ['phone', 'sms'], givenAt: '2026-04-01T08:00:00Z' });
    assert.deepEqual(await permissions(id), { ...nothing, email: true });
    // Written down later, said before.
    await say(id, { decision: 'refused', givenAt: '2026-01-01T08:00:00Z' });
    assert.deepEqual(await permissions(id), { ...nothing, email: true });
    await say(id, { decision: 'withdrawn', givenAt: '2026-05-01T08:00:00Z' });
    assert.deepEqual(await permissions(id), nothing);
    await say(id, { legalBasis: 'legitimateInterest', ways: ['email'], givenAt: '2026-06-01T08:00:00Z' });
    assert.deepEqual(await permissions(id), { ...nothing, email: true });
  });

  it('ends on its last day, and wherever the person wishes to be left alone', async () => {
    const id = await person('passing');
    await say(id, { expiresOn: '2026-01-31', givenAt: '2026-01-01T08:00:00Z' });
    assert.deepEqual(await permissions(id), nothing);
    await say(id, { expiresOn: '2099-12-31' });
    assert.equal((await permissions(id)).email, true);
    await ask('PATCH', `/api/records/contact/${id}`, { doNotContact: true });
    assert.deepEqual(await permissions(id), nothing);
  });

  it('holds for the person under whichever record he is known', async () => {
    const contact = await person('known');
    const lead = await make('lead', { lastName: '许', firstName: '静', knownContact: contact });
    await say(lead, {}, 'lead');
    assert.equal((await permissions(contact)).email, true);
    assert.equal((await permissions(lead, 'lead')).email, true);
    await say(contact, { decision: 'withdrawn' });
    assert.equal((await permissions(lead, 'lead')).email, false);
    await say(contact, {});
    await ask('PATCH', `/api/records/lead/${lead}`, { doNotContact: true });
    assert.equal((await permissions(contact)).email, false);
  });

  it('is a field to filter, show and export by, the same for who may not see the ledger', async () => {
    const [willing, other] = [await person('willing'), await person('other')];
    await say(willing, {});
    const where = { id: { in: [willing, other] }, marketingByEmail: true };
    const asked = `where=${encodeURIComponent(JSON.stringify(where))}&select=firstName,marketingByEmail`;
    const { body } = await ask('GET', `/api/records/contact?${asked}&count=true`);
    assert.deepEqual(
      [body.count, body.records.map(({ firstName }: { firstName: string }) => firstName)],
      [1, ['willing']],
    );
    const file = await ask('GET', `/api/records/contact/export?${asked}&headers=names`);
    assert.match(file.body, /firstName,marketingByEmail\r\nwilling,/);
    const { body: noted } = await ask('GET', '/api/audit?kind=use.blocked&subject=contact');
    assert.deepEqual(noted.entries, []);
    const both = `where=${encodeURIComponent(JSON.stringify({ id: { in: [willing, other] } }))}`;
    const allowed = await ask(
      'GET',
      `/api/records/contact/export?${both}&select=firstName&for=marketingByEmail`,
    );
    assert.match(allowed.body, /^.*\r\nwilling\r\n$/);
    const [left] = (await ask('GET', '/api/audit?kind=use.blocked&subject=contact')).body.entries;
    assert.deepEqual(left.facts, { purpose: 'marketing', way: 'email', count: 1, by: 'export' });
    const aimless = await ask('GET', `/api/records/contact/export?${both}&for=email`);
    assert.deepEqual([aimless.status, aimless.body.errors[0].field], [422, 'for']);
    const groups = await ask('GET', '/api/records/contact/aggregate?groupBy=marketingByEmail&measures=count');
    assert.equal(groups.status, 200, JSON.stringify(groups.body));
    const refused = await ask('PATCH', `/api/records/contact/${other}`, { marketingByEmail: true });
    assert.deepEqual([refused.status, refused.body.errors[0].code], [422, 'readOnly']);
  });

  it('a mail to a person goes only where he allows it, and the audit says why another did not', async () => {
    const form = await make('leadForm', {
      ...{ name: '官网咨询', replySubject: '已收到您的咨询' },
      replyText: '我们会在一个工作日内答复。\n衡岳工业',
    });
    const send = async (firstName: string, knownContact: string) => {
      const values = { lastName: '许', firstName, email: `${firstName}@wan.example` };
      return make('lead', { ...values, knownContact, leadForm: form, source: 'webForm' });
    };
    const audited = (kind: string, lead: string) =>
      eventually(async () => {
        const { body } = await ask('GET', `/api/audit?kind=${kind}&subject=lead/${lead}`);
        return body.entries[0];
      });
    const [willing, silent, left] = [await person('w'), await person('s'), await person('l')];
    for (const id of [willing, left]) await say(id, { purpose: 'contact' });
    await ask('PATCH', `/api/records/contact/${left}`, { doNotContact: true });

    const answered = await send('answered', willing);
    const made = await audited('use.made', answered);
    assert.deepEqual(made.facts, { purpose: 'contact', way: 'email', by: 'sales.confirmReceipt' });
    const [mail] = mails.mails;
    assert.deepEqual(mail?.receivers, ['answered@wan.example']);
    assert.equal(mail?.headers.get('subject'), '已收到您的咨询');
    assert.match(mail?.text ?? '', /一个工作日内答复/);

    const blocked = await audited('use.blocked', await send('unasked', silent));
    const facts = { purpose: 'contact', way: 'email', by: 'sales.confirmReceipt' };
    assert.deepEqual(blocked.facts, { ...facts, reason: 'unasked' });
    const alone = await audited('use.blocked', await send('alone', left));
    assert.deepEqual(alone.facts, { ...facts, reason: 'refuses' });
    assert.equal(mails.mails.length, 1);

    mails.answer(550);
    const refused = await send('refused', willing);
    const run = await eventually(async () => {
      const asked = `select state, reason from ws_main.automation_run where record = $1 and automation = $2`;
      const found = await product.database.run(asked, [refused, 'sales.confirmReceipt']);
      return found[0]?.[0] === 'failed' ? found[0] : undefined;
    });
    assert.match(run[1] ?? '', /No such person here/);
    const { body } = await ask('GET', `/api/audit?kind=use.made&subject=lead/${refused}`);
    assert.deepEqual(body.entries, []);
  });

  it('a form that replies says what', async () => {
    const values = { name: '空回复', replySubject: '已收到' };
    const { status, body } = await ask('POST', '/api/records/leadForm', values);
    assert.deepEqual([status, body.errors[0].field], [422, 'replyText']);
  });
});
