import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

let product: Product;
let zhou: Asking & { id: string };
before(async () => {
  product = await startProduct();
  zhou = await product.colleague({
    name: '周敏',
    email: 'zhou@hengyue.example',
    roles: ['salesRepresentative'],
  });
});

const cookies = ({ headers }: Answer) =>
  [headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0] ?? '');
const begin = (id: string, reason = '排查工单 2041 中缺失的报价单') =>
  product.ask('POST', `/api/people/${id}/impersonation`, { reason });

describe('ADM-14 acting as somebody else', () => {
  let acting: Asking;

  it('is for administrators, says why, and never reaches another administrator', async () => {
    const { id: me } = (await product.ask('GET', '/api/me')).body;
    const chief = await product.colleague({
      name: '何总',
      email: 'he@hengyue.example',
      roles: ['administrator'],
    });
    for (const id of [me, chief.id, '01900000-0000-7000-8000-000000000000'])
      assert.deepEqual((await begin(id)).body.code, 'mayNotActAs');
    assert.equal((await begin(zhou.id, ' ')).body.errors[0].field, 'reason');
    assert.equal((await zhou('POST', `/api/people/${chief.id}/impersonation`, { reason: 'x' })).status, 403);
    const begun = await begin(zhou.id);
    assert.equal(begun.status, 201);
    acting = product.as({ cookie: cookies(begun).join('; ') });
  });

  it('shows and allows what that person may see and do, and says so to the client', async () => {
    const { user } = (await acting('GET', '/api/meta')).body;
    assert.deepEqual([user.id, user.administrator, user.impersonator.name], [zhou.id, false, '林晓彤']);
    const minutes = (Date.parse(user.impersonator.until) - Date.now()) / 60_000;
    assert.ok(minutes > 28 && minutes <= 30);
    assert.equal((await acting('GET', '/api/people/sign-ins')).status, 403);
  });

  it('changes nothing by which that person proves who he is', async () => {
    const asked: [Parameters<Asking>[0], string, object?][] = [
      ['POST', '/api/auth/change-password', { currentPassword: 'x', newPassword: 'a quiet evening at home' }],
      ['POST', '/api/api-keys', { name: 'mine' }],
      ['POST', '/api/passkeys/begin', {}],
      ['POST', '/api/second-factor', { password: 'x' }],
      ['GET', '/api/sessions'],
    ];
    for (const [method, url, body] of asked) {
      const answer = await acting(method, url, body);
      assert.deepEqual([answer.status, answer.body.code], [403, 'notWhileActing'], url);
    }
    const { sessions } = (await zhou('GET', '/api/sessions')).body;
    assert.equal(sessions.length, 1);
  });

  it('writes to the history under both names, alone and in one go with others', async () => {
    const names = ['明石物流', '东风仪表', '汉江电子'];
    const [made, ...others] = await Promise.all([
      acting('POST', '/api/records/account', { name: names[0] }),
      zhou('POST', '/api/records/account', { name: names[1] }),
      product.ask('POST', '/api/records/account', { name: names[2] }),
    ]);
    const { id, version } = made?.body ?? {};
    assert.equal(
      (await acting('PATCH', `/api/records/account/${id}`, { name: '明石物流股份', version })).status,
      200,
    );
    const { entries } = (await product.ask('GET', `/api/records/account/${id}/timeline`)).body;
    assert.deepEqual(
      entries.map((each: Record<string, { name: string }>) => [
        each.kind,
        each.actor?.name,
        each.impersonator?.name,
      ]),
      [
        ['updated', '周敏', '林晓彤'],
        ['created', '周敏', '林晓彤'],
      ],
    );
    for (const other of others) {
      const url = `/api/records/account/${other?.body.id}/timeline`;
      assert.equal((await product.ask('GET', url)).body.entries[0].impersonator, undefined);
    }
    assert.equal((await acting('DELETE', `/api/records/account/${id}`)).status, 204);
    const { rows } = await product.pool.query(
      `select actor, impersonator is not null as through from ws_main.event where record = $1 and kind = 'deleted'`,
      [id],
    );
    assert.deepEqual(rows, [{ actor: zhou.id, through: true }]);
  });

  it('answers in the audit for what he carried out under another name', async () => {
    const { id: me } = (await product.ask('GET', '/api/me')).body;
    assert.equal((await acting('GET', '/api/records/account/export?format=csv')).status, 200);
    const { rows } = await product.pool.query(
      `select actor, acting_for from guanxi.audit_entry where kind = 'records.exported'`,
    );
    assert.deepEqual(rows, [{ actor: me, acting_for: zhou.id }]);
  });

  it('ends when he says so: he is himself again, and the audit keeps both ends with the reason', async () => {
    const ended = await acting('DELETE', '/api/impersonation');
    assert.equal(ended.status, 204);
    const own = cookies(ended).find((each) => each.startsWith('guanxi.session_token=')) ?? '';
    assert.equal((await product.as({ cookie: own })('GET', '/api/me')).body.name, '林晓彤');
    assert.equal((await acting('GET', '/api/me')).status, 401);
    assert.equal((await product.ask('DELETE', '/api/impersonation')).status, 404);
    const { rows } = await product.pool.query(
      `select kind, acting_for, facts->>'reason' as reason from guanxi.audit_entry where kind like 'impersonation.%' order by id`,
    );
    assert.deepEqual(rows, [
      { kind: 'impersonation.begun', acting_for: zhou.id, reason: '排查工单 2041 中缺失的报价单' },
      { kind: 'impersonation.ended', acting_for: zhou.id, reason: null },
    ]);
  });

  it('ends by itself after half an hour, and when the administrator is none any more', async () => {
    const late = product.as({ cookie: cookies(await begin(zhou.id)).join('; ') });
    await product.pool.query(`update guanxi.session set expires_at = now() where impersonator is not null`);
    assert.equal((await late('GET', '/api/me')).status, 401);
    const demoted = await product.colleague({
      name: '孙',
      email: 'sun@hengyue.example',
      roles: ['administrator'],
    });
    const begun = await demoted('POST', `/api/people/${zhou.id}/impersonation`, { reason: 'x' });
    const theirs = product.as({ cookie: cookies(begun).join('; ') });
    assert.equal((await theirs('GET', '/api/me')).status, 200);
    await product.ask('PATCH', `/api/records/user/${demoted.id}`, { roles: ['salesManager'] });
    assert.equal((await theirs('GET', '/api/me')).status, 401);
  });
});
