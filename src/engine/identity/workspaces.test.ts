import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { mainWorkspace, type Stage, stage } from './testing/stage.ts';
import { createWorkspaces } from './workspaces.ts';

let here: Stage;
before(async () => {
  here = await stage();
});

test('a workspace has its schema, its company’s name and settings that hold together', async () => {
  const workspace = await here.identity.workspaces.get('main');
  assert.equal(workspace?.schema, 'ws_main');
  assert.equal(workspace?.label, '金山仪器有限公司');
  assert.deepEqual(workspace?.settings, { ...mainWorkspace.settings, currencies: { CNY: '1' } });
  assert.equal(await here.identity.workspaces.get('nowhere'), undefined);
});

test('asked again within five seconds it costs no statement; a change is seen at once', async () => {
  let time = Date.now();
  const workspaces = createWorkspaces({
    pool: here.pool,
    secret: here.identity.secret,
    auditKey: here.identity.auditKey,
    forget: () => undefined,
    now: () => time,
  });
  await workspaces.get('main');
  await here.pool.query(`update guanxi.workspace set label = 'Jinshan' where name = 'main'`);
  assert.equal((await workspaces.get('main'))?.label, '金山仪器有限公司');
  time += 5_000;
  assert.equal((await workspaces.get('main'))?.label, 'Jinshan');
  await workspaces.change('main', { company: '金山仪器' });
  assert.equal((await workspaces.get('main'))?.label, '金山仪器');
});

test('exchange rates are decimal strings in the base currency and go with it', async () => {
  const { change } = here.identity.workspaces;
  const rated = await change('main', { currencies: { USD: '7.1234', EUR: '7.80' } });
  assert.deepEqual(rated.settings.currencies, { USD: '7.1234', EUR: '7.80', CNY: '1' });
  const moved = await change('main', { currency: 'EUR' });
  assert.deepEqual(moved.settings.currencies, { EUR: '1' });
  for (const currencies of [{ USD: '0' }, { USD: '-1' }, { USD: 7.1 }, { USD: '1e3' }, { XXY: '1' }, []]) {
    await assert.rejects(change('main', { currencies: currencies as unknown as Record<string, string> }), {
      kind: 'invalid',
    });
  }
});

test('what is not a currency, a time zone, a language or a name is refused by field', async () => {
  const { create, change } = here.identity.workspaces;
  const fields = (expected: string[]) => (error: { complaints: { field: string }[] }) => {
    assert.deepEqual(
      error.complaints.map(({ field }) => field),
      expected,
    );
    return true;
  };
  const wrong = { currency: 'BTC', timeZone: '+08:00', locale: 'de', company: '' };
  await assert.rejects(
    change('main', wrong as object),
    fields(['company', 'currency', 'locale', 'timeZone']),
  );
  for (const name of ['Main', '1st', 'a-b', '', 'x'.repeat(60), 'a"; drop schema guanxi; --']) {
    await assert.rejects(create({ ...mainWorkspace, name }), fields(['name']));
  }
  await assert.rejects(create(mainWorkspace), { kind: 'conflict' });
  await assert.rejects(change('nowhere', {}), { kind: 'notFound' });
});

test('the list shows all, the suspended as such', async () => {
  await here.identity.workspaces.create({ ...mainWorkspace, name: 'branch' });
  await here.identity.workspaces.suspend('branch');
  const list = await here.identity.workspaces.list();
  assert.deepEqual(
    list.map(({ name, suspendedAt }) => [name, suspendedAt !== null]),
    [
      ['main', false],
      ['branch', true],
    ],
  );
});
