import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from './product.ts';

let product: Product;
let provider: Asking;
before(async () => {
  product = await startProduct();
  const { key } = (await product.ask('POST', '/api/api-keys', { name: 'Entra ID', scopes: ['scim'] })).body;
  provider = product.as({ authorization: `Bearer ${key}`, 'content-type': 'application/scim+json' });
});

const base = '/api/scim/v2';
const [user, group] = ['User', 'Group'].map((name) => `urn:ietf:params:scim:schemas:core:2.0:${name}`);
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const send = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: object, headers = {}) =>
  provider(method, base + path, JSON.stringify(body), headers);
const get = (path: string) => provider('GET', base + path);
const patch = (path: string, Operations: object[], headers = {}) =>
  send('PATCH', path, { schemas: [patchOp], Operations }, headers);
const han = {
  schemas: [user],
  userName: 'han@hengyue.example',
  externalId: 'e-1',
  name: { familyName: '韩', givenName: '梅' },
  emails: [{ value: 'han@hengyue.example', type: 'work', primary: true }],
  roles: [{ value: 'salesRepresentative' }],
  active: true,
};

describe('ADM-14 provisioning by SCIM 2.0', () => {
  let id = '';

  it('is open to a key of its own scope, of an administrator, and to nothing else', async () => {
    assert.equal((await get('/Users')).status, 200);
    assert.equal((await provider('GET', '/api/records/user')).status, 403, 'the scope opens nothing else');
    assert.equal((await product.ask('GET', `${base}/Users`)).status, 403, 'a session is no key');
    assert.equal((await product.as({})('GET', `${base}/Users`)).status, 401);
    const wide = (await product.ask('POST', '/api/api-keys', { name: 'Everything' })).body.key;
    assert.equal((await product.as({ authorization: `Bearer ${wide}` })('GET', `${base}/Users`)).status, 403);
    const wu = await product.colleague({ name: '吴', email: 'wu@hengyue.example', roles: ['salesManager'] });
    const { key } = (await wu('POST', '/api/api-keys', { name: 'Mine', scopes: ['scim'] })).body;
    const refused = await product.as({ authorization: `Bearer ${key}` })('GET', `${base}/Users`);
    assert.deepEqual(
      [refused.status, refused.body.schemas],
      [403, ['urn:ietf:params:scim:api:messages:2.0:Error']],
    );
  });

  it('says what it can do', async () => {
    const { body } = await get('/ServiceProviderConfig');
    const can = [body.patch, body.filter, body.etag, body.bulk].map(({ supported }) => supported);
    assert.deepEqual(can, [true, true, true, false]);
    assert.deepEqual(
      (await get('/Schemas')).body.Resources.map((each: { id: string }) => each.id),
      [user, group],
    );
    assert.equal((await get('/ResourceTypes')).body.totalResults, 2);
  });

  it('enters somebody, who then signs in by single sign-on or sends for a password', async () => {
    const made = await send('POST', '/Users', han);
    assert.equal(made.status, 201);
    id = made.body.id;
    assert.match(String(made.headers['content-type']), /^application\/scim\+json/);
    assert.equal(made.headers.location, `http://127.0.0.1:3000${base}/Users/${id}`);
    assert.deepEqual([made.body.displayName, made.body.externalId, made.body.active], ['韩梅', 'e-1', true]);
    assert.deepEqual((await product.ask('GET', `/api/records/user/${id}`)).body.roles, [
      'salesRepresentative',
    ]);
    const { signIns } = (await product.ask('GET', '/api/people/sign-ins')).body;
    assert.ok(signIns.some((each: { userId: string }) => each.userId === id));
    const twice = await send('POST', '/Users', han);
    assert.deepEqual([twice.status, twice.body.scimType, twice.body.status], [409, 'uniqueness', '409']);
    const nameless = await send('POST', '/Users', { schemas: [user] });
    assert.deepEqual([nameless.status, nameless.body.scimType], [400, 'invalidValue']);
    const unknown = await send('POST', '/Users', {
      ...han,
      userName: 'x@hengyue.example',
      roles: [{ value: 'king' }],
    });
    assert.deepEqual([unknown.status, unknown.body.scimType], [400, 'invalidValue']);
  });

  it('finds by user name and by the name that the other system gave, and pages', async () => {
    const found = async (filter: string) => {
      const { body } = await get(`/Users?filter=${encodeURIComponent(filter)}`);
      return body.Resources?.map((each: { userName: string }) => each.userName) ?? body.scimType;
    };
    assert.deepEqual(await found('userName eq "HAN@hengyue.example"'), ['han@hengyue.example']);
    assert.deepEqual(await found('externalId eq "e-1"'), ['han@hengyue.example']);
    assert.deepEqual(await found('externalId eq "e-2"'), []);
    assert.deepEqual(await found('active eq true and displayName sw "韩"'), ['han@hengyue.example']);
    assert.deepEqual(await found('userName eq "wu@hengyue.example" or externalId pr'), 'invalidFilter');
    assert.equal(await found('password eq "x"'), 'invalidFilter');
    assert.equal(await found('userName eq'), 'invalidFilter');
    const first = (await get('/Users?startIndex=1&count=2')).body;
    const second = (await get('/Users?startIndex=3&count=2')).body;
    assert.deepEqual([first.totalResults, first.itemsPerPage, second.itemsPerPage], [3, 2, 1]);
    const all = [...first.Resources, ...second.Resources].map((each: { id: string }) => each.id);
    assert.equal(new Set(all).size, 3);
    assert.deepEqual((await get('/Users?count=0')).body.Resources, []);
  });

  it('changes parts of somebody, at the version that was read', async () => {
    const { headers, body } = await get(`/Users/${id}`);
    assert.equal(headers.etag, body.meta.version);
    const known = await provider('GET', `${base}/Users/${id}`, undefined, {
      'if-none-match': body.meta.version,
    });
    assert.equal(known.status, 304);
    const operations = [
      { op: 'replace', path: 'title', value: '区域经理' },
      { op: 'Replace', value: { displayName: '韩梅梅' } },
      { op: 'add', path: 'phoneNumbers', value: [{ value: '+86 138 0013 8000', type: 'work' }] },
    ];
    const changed = await patch(`/Users/${id}`, operations, { 'if-match': body.meta.version });
    assert.deepEqual(
      [changed.status, changed.body.title, changed.body.displayName],
      [200, '区域经理', '韩梅梅'],
    );
    assert.equal(changed.body.roles[0].value, 'salesRepresentative', 'what is not named stays');
    const stale = await patch(`/Users/${id}`, operations, { 'if-match': body.meta.version });
    assert.equal(stale.status, 412);
    const wrong = await patch(`/Users/${id}`, [{ op: 'fly', path: 'title' }]);
    assert.deepEqual(
      [wrong.status, wrong.body.schemas[0]],
      [400, 'urn:ietf:params:scim:api:messages:2.0:Error'],
    );
  });

  it('shuts somebody out at once when he is deactivated, and lets him in again', async () => {
    const colleague = await product.colleague({
      name: '李雷',
      email: 'li@hengyue.example',
      roles: ['salesManager'],
      password: 'early tea in the garden',
    });
    assert.equal((await colleague('GET', '/api/me')).status, 200);
    const off = await patch(`/Users/${colleague.id}`, [{ op: 'replace', value: { active: 'False' } }]);
    assert.deepEqual([off.status, off.body.active], [200, false]);
    assert.equal((await colleague('GET', '/api/me')).status, 401);
    const { rowCount } = await product.pool.query(
      'select from guanxi.session s join guanxi.membership m using (identity_id) where m.user_id = $1',
      [colleague.id],
    );
    assert.equal(rowCount, 0);
    const on = await patch(`/Users/${colleague.id}`, [{ op: 'replace', path: 'active', value: true }]);
    assert.equal(on.body.active, true);
    const payload = { email: 'li@hengyue.example', password: 'early tea in the garden' };
    assert.equal((await product.as({})('POST', '/api/auth/sign-in/email', payload)).status, 200);
  });

  it('keeps groups as teams, with their members', async () => {
    const made = await send('POST', '/Groups', {
      schemas: [group],
      displayName: '华东销售',
      members: [{ value: id }],
    });
    assert.deepEqual([made.status, made.body.members], [201, [{ value: id }]]);
    const path = `/Groups/${made.body.id}`;
    const { id: li } = (await get('/Users?filter=userName eq "li@hengyue.example"')).body.Resources[0];
    const grown = await patch(path, [{ op: 'add', path: 'members', value: [{ value: li }] }]);
    assert.equal(grown.body.members.length, 2);
    const less = await patch(path, [{ op: 'remove', path: `members[value eq "${id}"]` }]);
    assert.deepEqual(less.body.members, [{ value: li }]);
    assert.deepEqual((await product.ask('GET', `/api/records/team/${made.body.id}`)).body.name, '华东销售');
    const { body } = await get('/Groups?filter=displayName eq "华东销售"');
    assert.equal(body.totalResults, 1);
    assert.equal((await provider('DELETE', base + path)).status, 204);
    assert.equal((await get(path)).status, 404);
  });

  it('takes somebody away, and writes all of it to the audit', async () => {
    assert.equal((await provider('DELETE', `${base}/Users/${id}`)).status, 204);
    assert.equal((await get(`/Users/${id}`)).status, 404);
    assert.equal((await get('/Users/01900000-0000-7000-8000-000000000000')).status, 404);
    const { rows } = await product.pool.query(
      `select kind, count(*)::int as n from guanxi.audit_entry where kind like 'provisioning.%' group by kind order by kind`,
    );
    assert.deepEqual(rows, [
      { kind: 'provisioning.changed', n: 5 },
      { kind: 'provisioning.created', n: 2 },
      { kind: 'provisioning.removed', n: 2 },
    ]);
  });
});
