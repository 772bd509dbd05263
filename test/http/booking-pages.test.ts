import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { dayIn } from '#kernel/expression/zone.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';
import { answerForm, type OpenedForm, openPublicForm, whileTyping } from './public-form.ts';

const hour = 3_600_000;
const shanghai = 'Asia/Shanghai';
const english = { 'accept-language': 'en' };
const hours = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const [monday, tuesday, wednesday, thursday, friday] = [hours, hours, hours, hours, hours];
const workingTime = {
  week: { monday, tuesday, wednesday, thursday, friday },
  ...{ publicHolidays: null, days: [], ownHours: true },
};

describe('SAL-02 people outside book a free time on a page', () => {
  let mails: MailServer;
  let product: Product;
  let visitor: Asking;
  let wei: Asking & { id: string };
  let li: Asking & { id: string };
  const pages = { talk: '', hostile: '', short: '', abroad: '' };
  const opened = new Map<string, OpenedForm[]>();

  before(async () => {
    mails = await startMailServer();
    const mail = smtpMail({ url: mails.url, from: '衡岳 <crm@hengyue.example>' });
    product = await startProduct({ channels: { mail } });
    visitor = product.as({});
    const hire = (name: string, email: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: ['salesRepresentative'] });
    [wei, li] = [await hire('张伟', 'wei'), await hire('李薇', 'li')];
    assert.equal((await product.ask('PATCH', '/api/company', { workingTime })).status, 200);
    const morning = { week: { wednesday: [{ from: '09:00', to: '11:00' }] }, companyDays: false };
    const own = await li('PATCH', '/api/me', { workingTime: morning, timeZone: 'America/New_York' });
    assert.equal(own.status, 200, JSON.stringify(own.body));
    const usual = {
      title: '方案沟通',
      titleEnglish: 'A first talk',
      location: '腾讯会议 123',
      noticeHours: 24,
    };
    const consent = {
      consent: '我同意为安排会面处理我的信息。',
      consentEnglish: 'You may use this to meet me.',
    };
    const page = async (who: Asking, values: object) =>
      (await make(who, 'bookingPage', { name: '预约', daysAhead: 14, ...usual, ...values })).id;
    pages.talk = await page(wei, { ...consent, gapBefore: 15, gapAfter: 15 });
    pages.hostile = await page(wei, { ...consent });
    pages.short = await page(wei, { dailyLimit: 1, strangers: 'nothing' });
    pages.abroad = await page(li, { minutes: 60 });
    for (const [id, times] of [
      [pages.talk, 5],
      [pages.hostile, 2],
      [pages.short, 5],
    ] as const) {
      opened.set(id, []);
      for (let time = 0; time < times; time++)
        opened.get(id)?.push(await openPublicForm(visitor, `main/${id}`, english));
    }
    await whileTyping();
  });

  const make = async (who: Asking, object: string, values: object) => {
    const answer = await who('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const list = async (object: string, where: object) =>
    (await product.ask('GET', `/api/records/${object}?where=${encodeURIComponent(JSON.stringify(where))}`))
      .body.records;
  const form = async (page: string, headers = english) =>
    (await visitor('GET', `/api/public-forms/main/${page}`, undefined, headers)).body;
  const starts = async (page: string): Promise<readonly string[]> => (await form(page)).times.starts;
  const guest = (name: string, more: object = {}) => ({
    ...{ name, email: `${name.toLowerCase()}@guest.example`, company: '湘江精密', description: '想看样机' },
    ...more,
  });
  const showing = (page: string) => opened.get(page)?.shift() as OpenedForm;
  const book = (page: string, time: unknown, values: object, more: object = {}, shown = showing(page)) => {
    const agreements = Object.fromEntries(
      shown.shown.agreements.map(({ key }: { key: string }) => [key, true]),
    );
    const answer = { time, timeZone: 'America/New_York', values, agreements, ...more };
    return answerForm(visitor, `main/${page}`, shown, answer, english);
  };
  const faults = ({ body }: Answer) =>
    body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);
  const eventually = async <Found>(look: () => Found | undefined | Promise<Found | undefined>) => {
    for (let times = 0; times < 300; times++) {
      const found = await look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('It did not come.');
  };
  const mailTo = (address: string, method: string, count = 1) =>
    eventually(() => {
      const own = mails.mails.filter(
        ({ receivers, calendar }) =>
          receivers.includes(address) && calendar?.type.includes(`method=${method}`),
      );
      return own[count - 1];
    });
  const told = (text: string) =>
    eventually(async () => {
      const { notifications } = (await wei('GET', '/api/notifications')).body;
      return JSON.stringify(notifications).includes(text);
    });

  it('offers what is working time, far enough off, not too far, and free of meetings, absences and gaps', async () => {
    const shown = await form(pages.talk);
    assert.deepEqual(
      [shown.title, shown.times.minutes, shown.times.timeZone, shown.switchable],
      ['A first talk', 30, shanghai, true],
    );
    assert.doesNotMatch(JSON.stringify(shown), /张伟|腾讯会议|wei@/, 'nothing but free times is told');
    assert.equal((await form(pages.talk, { 'accept-language': 'zh-CN' })).title, '方案沟通');
    const before = shown.times.starts as string[];
    for (const start of before) {
      const at = Date.parse(start);
      assert.ok(at >= Date.now() + 24 * hour - 60_000 && at < Date.now() + 15 * 24 * hour);
      const clock = new Date(at + 8 * hour);
      assert.ok(clock.getUTCDay() % 6 !== 0, start);
      assert.match(clock.toISOString().slice(11, 16), /^(09|10|11|14|15|16|17):[03]0$|^13:30$/);
    }
    const days = [...new Set(before.map((start) => dayIn(Date.parse(start), shanghai)))];
    const [busy = '', away = '', free = ''] = days.slice(-3);
    const at = (day: string, clock: string) => `${day}T${clock}:00+08:00`;
    const meeting = { subject: '内部', startsAt: at(busy, '10:00'), endsAt: at(busy, '10:30') };
    await make(product.ask, 'meeting', { ...meeting, owner: li.id, colleagues: [wei.id] });
    await make(wei, 'absence', { person: wei.id, startsAt: at(away, '00:00'), endsAt: at(away, '23:00') });
    const off = { ...workingTime, days: [{ from: free, name: '司庆', works: false }] };
    await product.ask('PATCH', '/api/company', { workingTime: off });
    const now = await starts(pages.talk);
    const gone = before.filter((start) => !now.includes(start));
    const clocks = (day: string) =>
      gone
        .map((start) => new Date(Date.parse(start) + 8 * hour).toISOString())
        .filter((text) => text.startsWith(day))
        .map((text) => text.slice(11, 16));
    assert.deepEqual(clocks(busy), ['09:30', '10:00', '10:30'], 'the meeting, and the gaps around it');
    const whole = (day: string) => before.filter((start) => dayIn(Date.parse(start), shanghai) === day);
    assert.deepEqual([clocks(away).length, clocks(free).length], [whole(away).length, whole(free).length]);
    await product.ask('PATCH', '/api/company', { workingTime });
  });

  it('goes by the hours and the clock of its owner', async () => {
    const { times } = await form(pages.abroad);
    assert.equal(times.timeZone, 'America/New_York');
    const clock = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'America/New_York', weekday: 'short', hour: '2-digit', minute: '2-digit' },
    });
    const clocks = new Set(times.starts.map((start: string) => clock.format(Date.parse(start))));
    assert.deepEqual([...clocks], ['Wed 09:00', 'Wed 09:30', 'Wed 10:00']);
  });

  it('makes a meeting of it, a lead of a stranger, and an invitation; both move and cancel it', async () => {
    const [time = '', other = ''] = (await starts(pages.talk)).slice(4);
    const booked = await book(pages.talk, time, guest('Emma'));
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    const back: string = booked.body.back;
    const [meeting] = await list('meeting', { bookingPage: pages.talk });
    const [lead] = await list('lead', { email: 'emma@guest.example' });
    assert.deepEqual(
      [meeting.subject, meeting.owner, meeting.startsAt, meeting.location, meeting.kind, meeting.regarding],
      ['A first talk · Emma', wei.id, time, '腾讯会议 123', 'video', { object: 'lead', id: lead.id }],
    );
    assert.equal(Date.parse(meeting.endsAt) - Date.parse(time), hour / 2);
    assert.deepEqual([lead.owner, lead.company, lead.source], [wei.id, '湘江精密', 'webForm']);
    assert.match(meeting.description, /想看样机/);
    const [consent] = await list('consent', { subject: { object: 'lead', id: lead.id } });
    assert.deepEqual([consent.text, consent.purpose], ['You may use this to meet me.', 'contact']);
    assert.ok(!(await starts(pages.talk)).includes(time) && !(await starts(pages.hostile)).includes(time));
    await told('已预约');

    const invitation = await mailTo('emma@guest.example', 'REQUEST');
    assert.equal(invitation.headers.get('subject'), 'Booked: A first talk · Emma');
    assert.ok(invitation.text.includes(`http://127.0.0.1:3000${back}`), 'the mail leads to the same place');
    assert.match(invitation.text, /GMT-[45]/, 'on the clock of the guest');
    assert.doesNotMatch(invitation.text, /想看样机/);
    const api = back.replace(/^\/forms\/([^/]+\/[^/]+)\//, '/api/public-forms/$1/answers/');
    const kept = async () => (await visitor('GET', api, undefined, english)).body;
    const mine = await kept();
    assert.deepEqual(
      [mine.name, mine.by, mine.from, mine.place, mine.timeZone, mine.state],
      ['A first talk · Emma', '张伟', time, '腾讯会议 123', 'America/New_York', 'stands'],
    );
    assert.ok(mine.times.starts.includes(time), 'his own meeting is not in the way of moving it');

    const moved = await visitor('POST', api, { time: other }, english);
    assert.deepEqual([moved.status, moved.body.from], [200, other]);
    assert.ok((await starts(pages.talk)).length > 0 && !(await starts(pages.talk)).includes(other));
    const second = await mailTo('emma@guest.example', 'REQUEST', 2);
    assert.match(second.calendar?.text ?? '', /SEQUENCE:1[\s\S]*/);
    assert.match((second.calendar?.text ?? '').replace(/\r?\n /g, ''), /PARTSTAT=ACCEPTED/);
    await told('已改期');

    const off = await visitor('POST', api, { withdraw: true }, english);
    assert.deepEqual([off.status, off.body.state, off.body.times], [200, 'off', undefined]);
    const freed = await starts(pages.talk);
    assert.ok(freed.includes(time) && freed.includes(other), 'both times are free again');
    await mailTo('emma@guest.example', 'CANCEL');
    await told('已取消');
    const again = await visitor('POST', api, { time }, english);
    assert.deepEqual([again.status, faults(again)], [409, [['time', 'bookingOver']]]);
    const forged = api.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    assert.equal((await visitor('GET', forged)).status, 404);
    assert.equal((await visitor('POST', forged, { withdraw: true })).status, 404);
    assert.match((await visitor('GET', back)).body, /data-answer="/);
  });

  it('gives a time that two want at once to one of them, and asks the other to choose again', async () => {
    const [time] = (await starts(pages.talk)).slice(-1);
    const shown = [showing(pages.talk), showing(pages.talk)] as const;
    const both = await Promise.all([
      book(pages.talk, time, guest('Zhou'), {}, shown[0]),
      book(pages.talk, time, guest('Wang'), {}, shown[1]),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
    const late = both.findIndex(({ status }) => status === 409);
    const refused = both[late] as Answer;
    assert.deepEqual(faults(refused), [['time', 'timeTaken']]);
    assert.match(refused.body.errors[0].message, /no longer free/);
    assert.equal((await list('meeting', { bookingPage: pages.talk, startsAt: time })).length, 1);
    const name = late === 0 ? 'Zhou' : 'Wang';
    assert.deepEqual(await list('lead', { name }), [], 'nothing is half done');
    // What he had filled in and worked out still counts.
    const [next] = await starts(pages.talk);
    const other = await book(pages.talk, next, guest(name), {}, shown[late as 0 | 1]);
    assert.equal(other.status, 201, JSON.stringify(other.body));
  });

  it('knows a contact by his address, and takes no more of one address, or on one day, than it may', async () => {
    const contact = await make(wei, 'contact', { name: '诸葛海燕', email: 'zhuge@guest.example' });
    const days = Map.groupBy(await starts(pages.short), (start) => dayIn(Date.parse(start), shanghai));
    const [[first, second] = [], ...others] = [...days.values()];
    const zhuge = guest('Zhuge');
    assert.equal((await book(pages.short, first, zhuge)).status, 201);
    const [meeting] = await list('meeting', { bookingPage: pages.short });
    assert.deepEqual([meeting.contact, meeting.regarding.object], [contact.id, 'contact']);
    assert.deepEqual(await list('lead', { email: 'zhuge@guest.example' }), []);
    assert.ok(!(await starts(pages.short)).includes(second ?? ''), 'one a day');
    assert.deepEqual(faults(await book(pages.short, second, zhuge)), [['time', 'timeTaken']]);
    for (const [next] of others.slice(0, 1)) assert.equal((await book(pages.short, next, zhuge)).status, 201);
    const stranger = await book(pages.short, others[1]?.[0], guest('Qian'));
    assert.equal(stranger.status, 201);
    assert.deepEqual(await list('lead', { name: 'Qian' }), [], 'this page makes no leads');
  });

  it('names each value that is wrong, in the language of the guest, and books nothing', async () => {
    const shown = showing(pages.hostile);
    const [time] = await starts(pages.hostile);
    const refused = async (when: unknown, values: object, more: object, expected: string[][]) => {
      const answer = await book(pages.hostile, when, values, more, shown);
      assert.deepEqual(faults(answer), expected);
    };
    const fine = guest('Robot');
    await refused(undefined, fine, {}, [['time', 'required']]);
    await refused('gestern', fine, {}, [['time', 'notDateTime']]);
    await refused({ gt: 1 }, fine, {}, [['time', 'notDateTime']]);
    for (const when of ['2020-01-01T02:00:00Z', '9999-01-01T02:00:00Z', time?.replace(':00+', ':07+')])
      await refused(when, fine, {}, [['time', 'timeTaken']]);
    await refused(time, fine, { timeZone: 'Mars/Olympus' }, [['timeZone', 'unknownZone']]);
    await refused(time, fine, { agreements: {} }, [['consent', 'agreementNeeded']]);
    await refused(time, { ...fine, name: 'Win at https://spam.example' }, {}, [['name', 'noWebAddress']]);
    const wrong = { email: 'nowhere', owner: li.id };
    const many = await book(pages.hostile, 'x', wrong, { agreements: {} }, shown);
    assert.deepEqual(
      faults(many)
        .map(([field]: string[]) => field)
        .sort(),
      ['consent', 'email', 'name', 'owner', 'time'],
    );
    const huge = await book(pages.hostile, time, { ...fine, description: 'x'.repeat(70_000) }, {}, shown);
    assert.equal(huge.status, 413);
    assert.deepEqual(await list('meeting', { bookingPage: pages.hostile }), []);
    let status = 0;
    for (let times = 0; times < 25 && status !== 429; times++)
      ({ status } = await book(pages.hostile, 'x', fine, {}, shown));
    assert.equal(status, 429);
  });

  it('belongs to the person whose time it gives away; an administrator sees and closes it', async () => {
    const path = `/api/records/bookingPage/${pages.abroad}`;
    assert.equal((await wei('GET', path)).status, 404);
    const others = await wei('POST', '/api/records/bookingPage', { name: '替人', owner: li.id });
    assert.deepEqual([others.status, faults(others)], [422, [['owner', 'bookingOfOthers']]]);
    const odd = { name: '奇怪', minutes: 3, daysAhead: 400, noticeHours: -1, gapBefore: 999, dailyLimit: 0 };
    const limits = await wei('POST', '/api/records/bookingPage', odd);
    assert.deepEqual(
      faults(limits)
        .map(([field]: string[]) => field)
        .sort(),
      ['dailyLimit', 'daysAhead', 'gapBefore', 'minutes', 'noticeHours'],
    );
    const { body } = await product.ask('GET', path);
    assert.equal((await product.ask('PATCH', path, { active: false, version: body.version })).status, 200);
    assert.equal((await visitor('GET', `/api/public-forms/main/${pages.abroad}`)).status, 404);
    const closed = await visitor('GET', `/forms/main/${pages.abroad}`, undefined, english);
    assert.equal(closed.status, 404);
    assert.match(closed.body, /<title>This page is closed<\/title>/);
  });
});
