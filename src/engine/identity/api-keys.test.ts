import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Caller } from './caller.ts';
import { type Stage, sessionCookie, stage } from './testing/stage.ts';

let here: Stage;
let caller: Caller;
before(async () => {
  here = await stage();
  const found = await here.identity.authenticate({ cookie: await sessionCookie(here.app) });
  if (found) caller = found;
});

const asKey = (key: string) => here.identity.authenticate({ authorization: `Bearer ${key}` });

test('a key acts as its person, within its scopes', async () => {
  const { key, id } = await here.identity.apiKeys.create(caller, { name: '金蝶 ERP 同步', scopes: ['read'] });
  assert.match(key, /^gx_[\w-]{43}$/);
  const { sessionId: _, signedInBy: __, ...person } = caller;
  assert.deepEqual(await asKey(key), { ...person, via: 'apiKey', scopes: ['read'], apiKeyId: id });
});

test('the table holds nothing from which a key could be made', async () => {
  const { key, start } = await here.identity.apiKeys.create(caller, { name: 'Warehouse' });
  const { rows } = await here.pool.query('select k.*, k::text as everything from guanxi.api_key k');
  for (const { everything } of rows) assert.ok(!everything.includes(key.slice(start.length)));
  assert.ok(start.length <= 7);
  for (const row of rows) assert.equal(await asKey(row.hash), undefined);
  for (const row of rows) assert.equal(await asKey(`gx_${row.hash}`), undefined);
});

test('keys are all different and of full strength', async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, n) => here.identity.apiKeys.create(caller, { name: `Terminal ${n}` })),
  );
  assert.equal(new Set(made.map(({ key }) => key)).size, 20);
  assert.ok(made.every(({ key }) => Buffer.from(key.slice(3), 'base64url').length === 32));
});

test('a revoked key is refused at once and leaves the list', async () => {
  const { key, id } = await here.identity.apiKeys.create(caller, { name: 'Trade fair tablet' });
  assert.ok(await asKey(key));
  assert.equal(await here.identity.apiKeys.revoke(caller, id), true);
  assert.equal(await asKey(key), undefined);
  assert.equal(await here.identity.apiKeys.revoke(caller, id), false);
  assert.ok((await here.identity.apiKeys.list(caller)).every((entry) => entry.id !== id));
});

test('a key ends on its date', async () => {
  const expiresAt = new Date(Date.now() + 400).toISOString();
  const { key } = await here.identity.apiKeys.create(caller, { name: 'Audit', expiresAt });
  assert.ok(await asKey(key));
  await new Promise((resolve) => setTimeout(resolve, 450));
  assert.equal(await asKey(key), undefined);
});

test('nobody can see or revoke the keys of another workspace or person', async () => {
  const { id } = await here.identity.apiKeys.create(caller, { name: 'Reporting' });
  for (const stranger of [
    { ...caller, workspace: 'branch' },
    { ...caller, identityId: here.wei.userId },
  ]) {
    assert.deepEqual(await here.identity.apiKeys.list(stranger), []);
    assert.equal(await here.identity.apiKeys.revoke(stranger, id), false);
  }
});

test('everything wrong with a new key is said at once', async () => {
  const create = here.identity.apiKeys.create(caller, {
    name: ' ',
    scopes: ['everything'],
    expiresAt: '2020-01-01T00:00:00Z',
  });
  await assert.rejects(create, {
    complaints: [
      { field: 'name', code: 'required', parameters: {} },
      { field: 'scopes', code: 'notScope', parameters: { scope: 'everything' } },
      { field: 'expiresAt', code: 'notInFuture', parameters: {} },
    ],
  });
});

test('the list says when a key was last used', async () => {
  const { key, id } = await here.identity.apiKeys.create(caller, { name: 'Call centre' });
  const entry = async () => (await here.identity.apiKeys.list(caller)).find((one) => one.id === id);
  assert.equal((await entry())?.lastUsedAt, null);
  await asKey(key);
  for (let wait = 0; wait < 100 && !(await entry())?.lastUsedAt; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.ok((await entry())?.lastUsedAt instanceof Date);
});

test('ADM-15 the audit holds when a key was made, taken up and revoked', async () => {
  const { key, id } = await here.identity.apiKeys.create(caller, { name: 'Kiosk' });
  await Promise.all([asKey(key), asKey(key)]);
  const kinds = async () => {
    const text = 'select kind from guanxi.audit_entry where subject = $1 order by id';
    return (await here.pool.query(text, [`apiKey/${id}`])).rows.map(({ kind }) => kind);
  };
  for (let wait = 0; wait < 100 && (await kinds()).length < 2; wait++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await here.identity.apiKeys.revoke(caller, id);
  assert.deepEqual(await kinds(), ['apiKey.created', 'apiKey.used', 'apiKey.revoked']);
});
