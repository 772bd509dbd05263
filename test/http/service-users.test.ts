import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from './product.ts';

let product: Product;
before(async () => {
  product = await startProduct();
});

describe('ADM-14 service users', () => {
  let id = '';
  let program: Asking;
  let key = '';

  it('are made by an administrator, with roles, and have no way to sign in', async () => {
    const colleague = await product.colleague({
      name: '吴',
      email: 'wu@hengyue.example',
      roles: ['salesManager'],
    });
    assert.equal((await colleague('POST', '/api/service-users', { name: '金蝶' })).status, 403);
    const wrong = await product.ask('POST', '/api/service-users', { name: '金蝶', roles: ['king'] });
    assert.deepEqual([wrong.status, wrong.body.errors[0].field], [422, 'roles']);
    const made = await product.ask('POST', '/api/service-users', {
      name: '金蝶 ERP',
      roles: ['salesManager'],
    });
    assert.equal(made.status, 201);
    id = made.body.userId;
    const given = await product.ask('PUT', `/api/people/${id}/sign-in`, {
      password: 'a quiet evening at home',
    });
    assert.deepEqual([given.status, given.body.code], [403, 'serviceUser']);
    assert.equal((await product.ask('POST', `/api/people/${id}/impersonation`, { reason: 'x' })).status, 403);
    const { rowCount } = await product.pool.query(
      `select from guanxi.credential c join guanxi.membership m using (identity_id) where m.user_id = $1`,
      [id],
    );
    assert.equal(rowCount, 0);
  });

  it('act by keys with scopes, under their own name', async () => {
    const made = await product.ask('POST', `/api/service-users/${id}/keys`, {
      name: '夜间同步',
      scopes: ['records:account:write'],
    });
    assert.equal(made.status, 201);
    key = made.body.id;
    program = product.as({ authorization: `Bearer ${made.body.key}` });
    const account = await program('POST', '/api/records/account', { name: '明石物流' });
    assert.equal(account.status, 201);
    assert.equal((await program('GET', '/api/records/lead')).status, 403);
    const timeline = await product.ask('GET', `/api/records/account/${account.body.id}/timeline`);
    assert.equal(timeline.body.entries[0].actor.name, '金蝶 ERP');
    const { serviceUsers } = (await product.ask('GET', '/api/service-users')).body;
    assert.deepEqual(
      serviceUsers.map((each: { userId: string; keys: { name: string }[] }) => [
        each.userId,
        each.keys[0]?.name,
      ]),
      [[id, '夜间同步']],
    );
    const nobody = '/api/service-users/01900000-0000-7000-8000-000000000000/keys';
    assert.equal((await product.ask('POST', nobody, { name: 'x' })).status, 404);
  });

  it('lose a key at once when it is revoked, which stands in the audit in the administrator’s name', async () => {
    assert.equal((await product.ask('DELETE', `/api/service-users/${id}/keys/${key}`)).status, 204);
    assert.equal((await program('GET', '/api/records/account')).status, 401);
    const { id: me } = (await product.ask('GET', '/api/me')).body;
    const { rows } = await product.pool.query(
      `select kind, actor from guanxi.audit_entry where subject = $1 order by id`,
      [`apiKey/${key}`],
    );
    assert.deepEqual(rows, [
      { kind: 'apiKey.created', actor: me },
      { kind: 'apiKey.used', actor: id },
      { kind: 'apiKey.revoked', actor: me },
    ]);
  });
});
