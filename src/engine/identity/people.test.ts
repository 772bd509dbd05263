import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { emma, mainWorkspace, type Stage, sessionCookie, signIn, stage, wei } from './testing/stage.ts';

let here: Stage;
before(async () => {
  here = await stage();
  await here.identity.workspaces.create({ ...mainWorkspace, name: 'branch' });
});

const status = async (who: object) => (await signIn(here.app, who)).statusCode;

test('a person without a password signs in after one was set', async () => {
  const person = { workspace: 'main', userId: randomUUID() };
  await here.identity.people.createSignIn({ ...person, email: emma.email, name: 'Emma Clarke' });
  assert.equal(await status(emma), 401);
  await here.identity.people.setPassword({ ...person, password: emma.password });
  assert.equal(await status(emma), 200);
});

test('a new password ends every session', async () => {
  const cookie = await sessionCookie(here.app);
  await here.identity.people.setPassword({ ...here.wei, password: 'another long one' });
  assert.equal(await here.identity.authenticate({ cookie }), undefined);
  assert.equal(await status(wei), 401);
  await here.identity.people.setPassword({ ...here.wei, password: wei.password });
  assert.equal(await status(wei), 200);
});

test('an e-mail address and a person each sign in once per workspace', async () => {
  const { createSignIn } = here.identity.people;
  const twice = createSignIn({ workspace: 'main', userId: randomUUID(), email: wei.email, name: '张伟' });
  await assert.rejects(twice, { kind: 'conflict', complaints: [{ field: 'email', code: 'emailTaken' }] });
  const again = createSignIn({ ...here.wei, email: 'wei@jinshan-instruments.cn', name: '张伟' });
  await assert.rejects(again, { kind: 'conflict', complaints: [{ field: 'userId', code: 'signInExists' }] });
  const nowhere = createSignIn({ workspace: 'moon', userId: randomUUID(), email: 'a@b.cn', name: 'Li' });
  await assert.rejects(nowhere, { complaints: [{ field: 'workspace', code: 'noWorkspace' }] });
});

test('an address that is created twice at the same moment is created once', async () => {
  const { createSignIn } = here.identity.people;
  const email = 'chen.jing@jinshan-instruments.cn';
  const made = await Promise.allSettled(
    ['main', 'branch', 'main', 'branch'].map((workspace) =>
      createSignIn({
        workspace,
        userId: randomUUID(),
        email,
        name: '陈静',
        password: 'bamboo by the lake 26',
      }),
    ),
  );
  assert.equal(made.filter(({ status }) => status === 'fulfilled').length, 2);
  assert.equal((await here.identity.people.find(email)).length, 2);
  assert.equal(await status({ email, password: 'bamboo by the lake 26' }), 200);
});

test('one workspace cannot take over a person who also belongs to another', async () => {
  const there = { workspace: 'branch', userId: randomUUID() };
  const { people } = here.identity;
  const made = await people.createSignIn({
    ...there,
    email: wei.email,
    name: '张伟',
    password: 'stolen-stolen',
  });
  assert.equal(made.existed, true);
  assert.equal(await status({ ...wei, password: 'stolen-stolen' }), 401);
  const forbidden = { kind: 'forbidden' };
  await assert.rejects(people.setPassword({ ...there, password: 'stolen-stolen' }), forbidden);
  await assert.rejects(people.changeEmail({ ...there, email: 'thief@jinshan-instruments.cn' }), forbidden);
  assert.equal(await status(wei), 200);
  await people.disable(there);
  assert.equal(await status(wei), 200);
});

test('a changed e-mail address is the one to sign in with', async () => {
  const person = { workspace: 'main', userId: randomUUID() };
  const { people } = here.identity;
  const password = 'tide and tower';
  await people.createSignIn({
    ...person,
    email: 'old@jinshan-instruments.cn',
    name: 'Sofia Rossi',
    password,
  });
  await people.changeEmail({ ...person, email: 'New@jinshan-instruments.cn' });
  assert.equal(await status({ email: 'old@jinshan-instruments.cn', password }), 401);
  assert.equal(await status({ email: 'new@jinshan-instruments.cn', password }), 200);
  await assert.rejects(people.changeEmail({ ...person, email: wei.email }), { kind: 'conflict' });
  await assert.rejects(people.changeEmail({ ...person, userId: randomUUID(), email: 'a@b.cn' }), {
    kind: 'notFound',
  });
});

test('passwords are eight characters at least, and not the address', async () => {
  const { people } = here.identity;
  const bad = [
    ['seven77', 'passwordTooShort'],
    ['x'.repeat(129), 'passwordTooLong'],
    ['', 'required'],
  ];
  for (const [password = '', code] of bad) {
    const complaints = (error: { complaints: { code: string }[] }) => error.complaints[0]?.code === code;
    await assert.rejects(people.setPassword({ ...here.wei, password }), complaints);
  }
  const email = 'li.na@jinshan-instruments.cn';
  const same = people.createSignIn({
    workspace: 'main',
    userId: randomUUID(),
    email,
    name: '李娜',
    password: email,
  });
  await assert.rejects(same, {
    complaints: [{ field: 'password', code: 'passwordIsEmail', parameters: {} }],
  });
});

test('ADM-14 a password is not made of what the company is called', async () => {
  for (const password of ['金山仪器-金山仪器', '金山仪器2026', 'main-main-1'])
    await assert.rejects(
      here.identity.people.setPassword({ ...here.wei, password }),
      (error: { complaints: { code: string }[] }) => error.complaints[0]?.code === 'passwordGuessable',
      password,
    );
});

test('every address that can be given can be signed in with', async () => {
  const password = 'any of them will do';
  for (const email of ["o'brien+crm@mail.example.co.uk", 'a_b-c.d@x1.cn', '_@xn--fiqs8s.cn', '123@qq.com']) {
    const person = { workspace: 'main', userId: randomUUID() };
    await here.identity.people.createSignIn({ ...person, email, name: 'Guest', password });
    assert.equal(await status({ email, password }), 200, email);
  }
  for (const email of [
    'a@localhost',
    'a..b@x.cn',
    '.a@x.cn',
    'a b@x.cn',
    '张@x.cn',
    'a@x.cn\u0000',
    'a@@x.cn',
  ]) {
    const person = { workspace: 'main', userId: randomUUID() };
    await assert.rejects(here.identity.people.createSignIn({ ...person, email, name: 'Guest' }), {
      kind: 'invalid',
    });
  }
});

test('passwords are kept as salted scrypt only', async () => {
  const { rows } = await here.pool.query<{ password: string }>('select password from guanxi.credential');
  assert.ok(rows.length > 3);
  for (const { password } of rows) assert.match(password, /^[0-9a-f]{32}:[0-9a-f]{128}$/);
  assert.equal(new Set(rows.map(({ password }) => password)).size, rows.length);
});
