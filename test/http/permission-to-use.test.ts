import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { eventually } from '#test/eventually.ts';
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

  describe('SAL-02 people outside are invited to a meeting by mail', () => {
    let arrived = 0;
    const sent = () => mails.mails.filter(({ calendar }) => calendar !== undefined);
    const next = () =>
      eventually(async () => {
        const mail = sent()[arrived];
        if (mail !== undefined) arrived += 1;
        return mail && { ...mail, event: eventIn(mail.calendar?.text ?? '') };
      });
    const linkIn = (text: string) => /https?:\/\/\S+(\/guests\/\S+)/.exec(text)?.[1] ?? '';
    const guestsOf = async (occasion: string) => {
      const where = encodeURIComponent(JSON.stringify({ occasion }));
      return (await ask('GET', `/api/records/meetingGuest?where=${where}&sort=address`)).body.records;
    };
    const answer = (url: string, said: string) =>
      product.app.inject({
        ...{ method: 'POST', url, payload: `answer=${said}` },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const hours = { startsAt: '2027-03-02T08:00:00Z', endsAt: '2027-03-02T09:30:00Z' };
    before(() => mails.answer(250));

    it('a contact gets the date for his calendar, and another mail when it moves; what is written down of it stays here', async () => {
      const jing = await person('jing');
      const id = await make('meeting', {
        ...{ subject: '方案评审, 第二轮', location: '苏州工厂', description: '底价 80 万', ...hours },
        ...{ attendees: [jing], sendInvitations: true },
      });
      const mail = await next();
      assert.deepEqual(mail.receivers, ['jing@wan.example']);
      assert.match(mail.headers.get('subject') ?? '', /^邀请：方案评审/);
      assert.match(mail.calendar?.type ?? '', /method=REQUEST/);
      assert.doesNotMatch(mail.text + mail.html + mail.calendar?.text, /底价/);
      assert.match(mail.text, /时间：2027年3月2日星期二 16:00–17:30（GMT\+8）/);
      const { event } = mail;
      assert.deepEqual(
        [event.uid, event.summary, event.location, event.sequence, event.startDate.toJSDate().toISOString()],
        [id, '方案评审, 第二轮', '苏州工厂', 0, '2027-03-02T08:00:00.000Z'],
      );
      assert.equal(event.attendees.length, 1);
      const [attendee] = event.attendees;
      assert.deepEqual(
        [attendee?.getFirstValue(), attendee?.getParameter('partstat'), attendee?.getParameter('rsvp')],
        ['mailto:jing@wan.example', 'NEEDS-ACTION', 'TRUE'],
      );
      assert.match(String(event.organizer), /^mailto:.+@/);
      assert.equal(mail.headers.get('reply-to')?.includes(String(event.organizer).slice(7)), true);

      // A change that does not concern him says nothing.
      await ask('PATCH', `/api/records/meeting/${id}`, { description: '他们同意了' });
      await ask('PATCH', `/api/records/meeting/${id}`, { startsAt: '2027-03-02T08:30:00Z' });
      const moved = await next();
      assert.deepEqual([moved.event.uid, moved.event.sequence], [id, 1]);
      assert.equal(moved.event.startDate.toJSDate().toISOString(), '2027-03-02T08:30:00.000Z');
      await ask('PATCH', `/api/records/meeting/${id}`, { status: 'cancelled' });
      const off = await next();
      assert.match(off.calendar?.type ?? '', /method=CANCEL/);
      assert.deepEqual([off.event.uid, off.event.sequence], [id, 2]);
      assert.equal(off.event.component.getFirstPropertyValue('status'), 'CANCELLED');
    });

    it('he answers by the link of the mail; reading it changes nothing, and a new time asks him again', async () => {
      const jun = await person('jun');
      const id = await make('meeting', {
        ...{ subject: '签约', ...hours, attendees: [jun], sendInvitations: true },
      });
      const link = linkIn((await next()).text);
      const read = await product.app.inject({ url: link, headers: { 'accept-language': 'en' } });
      assert.equal(read.statusCode, 200);
      assert.match(read.body, /You have not answered yet[\s\S]*/);
      assert.match(read.body, /<h1>签约<\/h1>/);
      assert.match(String(read.headers['content-security-policy']), /default-src 'none'.*form-action 'self'/);
      assert.equal((await guestsOf(id))[0].answer, 'open');

      const said = await answer(link, 'accepted');
      assert.deepEqual([said.statusCode, said.headers.location], [303, link]);
      const page = await product.app.inject({ url: link, headers: { 'accept-language': 'zh-CN' } });
      assert.match(page.body, /您已回复：参加。/);
      const [guest] = await guestsOf(id);
      assert.deepEqual([guest.answer, guest.state], ['accepted', 'sent']);
      assert.ok(guest.answeredAt);
      const told = await eventually(async () => mails.mails.find(({ text }) => text.includes('参加：签约')));
      assert.deepEqual(told.receivers, ['lin@hengyue.example']);

      const forged = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      assert.equal((await product.app.inject({ url: forged })).statusCode, 404);
      await answer(forged, 'declined');
      await answer(link, 'nonsense');
      assert.equal((await guestsOf(id))[0].answer, 'accepted');

      await ask('PATCH', `/api/records/meeting/${id}`, { location: '上海' });
      assert.equal((await next()).event.attendees[0]?.getParameter('partstat'), 'ACCEPTED');
      await ask('PATCH', `/api/records/meeting/${id}`, { startsAt: '2027-03-02T07:00:00Z' });
      assert.equal((await next()).event.attendees[0]?.getParameter('partstat'), 'NEEDS-ACTION');
      assert.equal((await guestsOf(id))[0].answer, 'open');
      await ask('DELETE', `/api/records/meeting/${id}`);
      assert.match((await next()).calendar?.type ?? '', /method=CANCEL/);
      const over = await product.app.inject({ url: link, headers: { 'accept-language': 'en' } });
      assert.match(over.body, /called off/);
      assert.doesNotMatch(over.body, /<form/);
    });

    it('a series is one invitation on the clocks of its zone; a time that is moved alone is told as that', async () => {
      const id = await make('meeting', {
        ...{ subject: '周会', ...hours, attendees: [await person('series')], sendInvitations: true },
        repeats: { rule: 'FREQ=WEEKLY', zone: 'Europe/Berlin' },
      });
      const { event } = await next();
      assert.equal(event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid'), 'Europe/Berlin');
      const iterator = event.iterator();
      const times = Array.from({ length: 5 }, () => iterator.next()?.toJSDate().toISOString().slice(5, 16));
      // At nine in Berlin in winter and summer.
      assert.deepEqual(times, ['03-02T08:00', '03-09T08:00', '03-16T08:00', '03-23T08:00', '03-30T07:00']);

      const path = `/api/records/meeting/${id}/occurrences/${encodeURIComponent('2027-03-09T08:00:00Z')}`;
      const alone = await ask('PATCH', `${path}?reach=this`, { startsAt: '2027-03-10T10:00:00Z' });
      assert.equal(alone.status, 200, JSON.stringify(alone.body));
      const moved = (await next()).event;
      assert.deepEqual(
        [moved.uid, moved.recurrenceId.toJSDate().toISOString(), moved.startDate.toJSDate().toISOString()],
        [id, '2027-03-09T08:00:00.000Z', '2027-03-10T10:00:00.000Z'],
      );
      assert.ok(moved.sequence > event.sequence);
      await ask('DELETE', `${path.replace('09T08', '16T08')}?reach=this`);
      const without = (await next()).event;
      assert.equal(without.recurrenceId, null);
      assert.deepEqual(
        without.component.getAllProperties('exdate').map((each) => String(each.getFirstValue())),
        ['2027-03-16T09:00:00'],
      );
    });

    it('an address that is nobody’s record is invited by hand; who wishes to be left alone is not written to', async () => {
      const left = await person('leftalone', { doNotContact: true });
      const refused = await person('refused');
      await say(refused, { purpose: 'contact', decision: 'refused' });
      const id = await make('meeting', {
        ...{ subject: '交流会', ...hours, attendees: [left, refused], sendInvitations: true },
      });
      const blocked = await eventually(async () => {
        const found = await guestsOf(id);
        return found.length === 2 && found.every(({ state }: { state: string }) => state === 'blocked')
          ? found
          : undefined;
      });
      assert.equal(blocked.length, 2);
      const { body } = await ask('GET', `/api/audit?kind=use.blocked&subject=contact/${left}`);
      assert.deepEqual(body.entries[0].facts, {
        ...{ purpose: 'contact', way: 'email', reason: 'refuses', by: 'activities.inviteGuest' },
      });
      const guest = await make('meetingGuest', { occasion: id, name: 'someone@else.example' });
      assert.deepEqual((await next()).receivers, ['someone@else.example']);
      await ask('DELETE', `/api/records/meetingGuest/${guest}`);
      assert.match((await next()).calendar?.type ?? '', /method=CANCEL/);
      // His address written down by hand does not bring him mail either.
      const other = await make('meeting', { subject: '酒会', ...hours });
      await make('meetingGuest', { occasion: other, address: 'LeftAlone@wan.example' });
      await eventually(async () => (await guestsOf(other))[0].state === 'blocked' || undefined);
      const twice = await ask('POST', '/api/records/meetingGuest', { occasion: id });
      assert.deepEqual([twice.status, twice.body.errors[0].field], [422, 'address']);
      const nobody = '01900000-0000-7000-8000-000000000000';
      const lost = await ask('POST', '/api/records/meetingGuest', {
        occasion: nobody,
        person: nobody,
        address: 'a@b.example',
      });
      assert.deepEqual([lost.status, lost.body.errors[0]?.code], [422, 'noSuchRecord']);
      assert.equal(sent().length, arrived);
    });
  });
});

/** The one event that a calendar is told. */
function eventIn(text: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent');
  assert.equal(events.length, 1);
  return new ICAL.Event(events[0] as ICAL.Component);
}
