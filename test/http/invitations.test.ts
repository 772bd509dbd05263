import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import type { ParsedMail } from '#test/outside/parsed-mail.ts';
import { type Product, startProduct } from './product.ts';

let mails: MailServer;
let product: Product;
before(async () => {
  mails = await startMailServer();
  const mail = smtpMail({ url: mails.url, from: '衡岳 <crm@hengyue.example>' });
  product = await startProduct({ channels: { mail } });
});

const stranger = () => product.as({ 'accept-language': 'zh-CN' });
const password = 'a quiet harbour in spring';

/** The mail that came for this address after so many others. */
async function mailTo(address: string, after = 0): Promise<ParsedMail> {
  for (let tries = 0; tries < 500; tries++) {
    const own = mails.mails.filter(({ receivers }) => receivers.includes(address));
    if (own.length > after) return own.at(-1) as ParsedMail;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No mail reached ${address}.`);
}

function tokenIn(mail: ParsedMail): string {
  const [, token = ''] = /#([\w-]{43})/.exec(mail.text) ?? [];
  return token;
}

async function newPerson(name: string, email: string, locale = 'zh-CN'): Promise<string> {
  const person = { name, email, roles: ['salesRepresentative'], locale };
  return (await product.ask('POST', '/api/records/user', person)).body.id;
}

const audit = async (kind: string) =>
  (
    await product.pool.query(
      'select actor, subject, ip, facts from guanxi.audit_entry where kind = $1 order by id',
      [kind],
    )
  ).rows;

describe('ADM-14 invitation by mail', () => {
  it('lets a colleague in by a link, once, with the name and the password of his own choice', async () => {
    const id = await newPerson('小周', 'zhou@hengyue.example');
    const sent = await product.ask('POST', `/api/people/${id}/invitation`, {});
    assert.deepEqual([sent.status, sent.body.href], [201, undefined]);
    const mail = await mailTo('zhou@hengyue.example');
    assert.equal(mail.headers.get('subject'), '林晓彤邀请您加入衡岳工业');
    assert.match(mail.text, /小周，您好/);
    const token = tokenIn(mail);
    const { body: shown } = await stranger()('POST', '/api/auth/invitation', { token });
    const expected = { company: '衡岳工业', name: '小周', email: 'zhou@hengyue.example', existing: false };
    assert.deepEqual(shown, expected);
    const { invited } = (await product.ask('GET', '/api/people/sign-ins')).body;
    assert.deepEqual(
      invited.map(({ userId }: { userId: string }) => userId),
      [id],
    );

    const weak = { token, name: '周敏', password: 'zhoumin1' };
    const refused = await stranger()('POST', '/api/auth/invitation/accept', {
      ...weak,
      password: '12345678',
    });
    assert.deepEqual([refused.status, refused.body.errors[0].code], [422, 'passwordLeaked']);
    const none = await stranger()('POST', '/api/auth/invitation/accept', { token, name: '周敏' });
    assert.deepEqual([none.status, none.body.errors[0].field], [422, 'password']);

    const accepted = await stranger()('POST', '/api/auth/invitation/accept', {
      token,
      name: '周敏',
      password,
    });
    assert.deepEqual([accepted.status, accepted.body.signedIn], [200, true]);
    const [cookie = ''] = String(accepted.headers['set-cookie']).split(';');
    assert.equal((await product.as({ cookie })('GET', '/api/me')).body.name, '周敏');
    const again = await stranger()('POST', '/api/auth/invitation/accept', { token, name: '周', password });
    assert.deepEqual([again.status, again.body.detail], [404, '该链接已使用或已过期，请重新获取。']);
    assert.deepEqual((await product.ask('GET', '/api/people/sign-ins')).body.invited, []);
    const [told] = await audit('invitation.accepted');
    assert.deepEqual([told.actor, told.subject, told.ip], [id, `person/${id}`, '127.0.0.1']);
  });

  it('replaces the link when it is sent again, and takes it back', async () => {
    const id = await newPerson('Emma Clarke', 'emma@hengyue.example', 'en');
    await product.ask('POST', `/api/people/${id}/invitation`, {});
    const first = await mailTo('emma@hengyue.example');
    assert.equal(first.headers.get('subject'), '林晓彤 invites you to 衡岳工业');
    await product.ask('POST', `/api/people/${id}/invitation`, {});
    const second = tokenIn(await mailTo('emma@hengyue.example', 1));
    const read = async (token: string) =>
      (await stranger()('POST', '/api/auth/invitation', { token })).status;
    assert.deepEqual([await read(tokenIn(first)), await read(second)], [404, 200]);
    assert.equal((await product.ask('DELETE', `/api/people/${id}/invitation`)).status, 204);
    assert.equal(await read(second), 404);
    assert.equal((await product.ask('DELETE', `/api/people/${id}/invitation`)).status, 404);
  });

  it('gives the link to hand over by other means, ends it after seven days, and says what does not work', async () => {
    const id = await newPerson('陈工', 'chen@hengyue.example');
    const made = await product.ask('POST', `/api/people/${id}/invitation`, { link: true });
    const [, token = ''] = made.body.href.split('#');
    await product.pool.query(
      `update guanxi.one_time_token set expires_at = expires_at - interval '7 days' where subject = $1`,
      [id],
    );
    assert.equal((await stranger()('POST', '/api/auth/invitation', { token })).status, 404);
    const nowhere = await newPerson('无邮箱', '');
    const without = await product.ask('POST', `/api/people/${nowhere}/invitation`, {});
    assert.deepEqual([without.status, without.body.detail], [422, '请先在该人员的资料中填写邮箱。']);
    mails.answer(550);
    const down = await product.ask('POST', `/api/people/${id}/invitation`, {});
    mails.answer(250);
    assert.deepEqual([down.status, down.body.code], [503, 'mailNotSent']);
    const colleague = await product.colleague({
      name: '吴',
      email: 'wu@hengyue.example',
      roles: ['salesRepresentative'],
    });
    assert.equal((await colleague('POST', `/api/people/${id}/invitation`, {})).status, 403);
  });
});

describe('ADM-14 a forgotten password', () => {
  it('is replaced by a link that works once and ends every session; its owner is told', async () => {
    const email = 'zhou@hengyue.example';
    const signIn = { email, password };
    const entered = await stranger()('POST', '/api/auth/sign-in/email', signIn);
    const [cookie = ''] = String(entered.headers['set-cookie']).split(';');
    assert.equal((await stranger()('POST', '/api/auth/password-reset', { email })).status, 202);
    const token = tokenIn(await mailTo(email, 1));
    const confirm = (with_: object) =>
      stranger()('POST', '/api/auth/password-reset/confirm', { token, ...with_ });
    assert.equal((await confirm({ password: 'zhou@hengyue' })).body.errors[0].code, 'passwordGuessable');
    const fresh = 'three lanterns and a boat';
    assert.equal((await confirm({ password: fresh })).status, 204);
    assert.equal((await confirm({ password: 'four lanterns and a boat' })).status, 404);
    assert.equal((await product.as({ cookie })('GET', '/api/me')).status, 401);
    assert.equal((await stranger()('POST', '/api/auth/sign-in/email', signIn)).status, 401);
    const again = await stranger()('POST', '/api/auth/sign-in/email', { email, password: fresh });
    assert.equal(again.status, 200);
    assert.equal((await mailTo(email, 2)).headers.get('subject'), '您的密码已修改');
    assert.equal((await audit('password.reset')).length, 1);
  });

  it('says nothing about whether somebody is known, and sends nothing to strangers', async () => {
    const before = mails.mails.length;
    const known = await stranger()('POST', '/api/auth/password-reset', { email: 'wu@hengyue.example' });
    const unknown = await stranger()('POST', '/api/auth/password-reset', { email: 'nobody@hengyue.example' });
    assert.deepEqual([known.status, known.body], [unknown.status, unknown.body]);
    await mailTo('wu@hengyue.example');
    assert.equal(mails.mails.length, before + 1);
  });
});

describe('somebody who is no administrator', () => {
  it('begins with himself: each first step is ticked by what he has done, not by what others have', async () => {
    const ning = await product.colleague({
      ...{ name: '周宁', email: 'ning@hengyue.example', roles: ['salesRepresentative'] },
    });
    const steps = async (ask = ning as typeof product.ask) =>
      (await ask('GET', '/api/first-steps')).body.steps as { name: string; done: boolean }[];
    const done = async () => (await steps()).map((step) => `${step.name} ${step.done}`);
    const make = async (ask: typeof product.ask, object: string, values: object) => {
      const { status, body } = await ask('POST', `/api/records/${object}`, values);
      assert.equal(status, 201, JSON.stringify(body));
      return body.id as string;
    };
    const id = await make(product.ask, 'account', { name: '他人的客户', owner: ning.id });
    const none = ['protect false', 'record false', 'follow false', 'notices false'];
    assert.deepEqual(await done(), none, 'what others have made is not his');
    await make(ning, 'account', { name: '第一个客户' });
    await make(ning, 'following', { record: { object: 'account', id } });
    await ning('PATCH', '/api/notification-settings', { 'activities.taskDue': [] });
    assert.deepEqual(await done(), ['protect false', 'record true', 'follow true', 'notices true']);
    assert.deepEqual(
      (await steps(product.ask)).map(({ name }) => name),
      ['people', 'company', 'records', 'view', 'dashboard'],
    );
  });
});
