import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statementsOn } from './noted-statements.ts';
import { type Asking, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;
type Person = Asking & { readonly id: string };

const product = await startProduct();
const { ask } = product;
const roles = ['salesRepresentative'];
const li: Person = await product.colleague({ name: '李薇', email: 'li@hengyue.example', roles });
const wang: Person = await product.colleague({ name: '王强', email: 'wang@hengyue.example', roles });
const stranger = product.as({ 'accept-language': 'en' });

const must = async (who: Asking, method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: object) => {
  const answer = await who(method, url, body);
  assert.ok(answer.status < 300, `${method} ${url} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const grant = await must(ask, 'POST', '/api/records/roleRight', {
  ...{ role: 'salesRepresentative', object: 'account' },
});
const setGrant = (values: object) => must(ask, 'PATCH', `/api/records/roleRight/${grant.id}`, values);
const columns = ['name', 'industry', 'owner'];
const settings = { base: 'all', where: { industry: 'energy' }, columns, sort: 'name', group: 'industry' };
const newView = async (who: Asking, more: object = {}, object = 'account'): Promise<string> =>
  (
    await must(who, 'POST', '/api/records/savedView', {
      name: '公开客户',
      object,
      settings: { ...settings, ...more },
    })
  ).id;
const wish = { columns, personal: ['name', 'owner'] };
const newLink = async (
  who: Asking,
  more: object = {},
): Promise<{ id: string; path: string; view: string }> => {
  const view = (more as { view?: string }).view ?? (await newView(who));
  const { id, address } = await must(who, 'POST', '/api/view-links', { view, ...wish, ...more });
  return { id, view, path: new URL(address).pathname };
};
const refused = ({ status, body }: { status: number; body: Json }) => [
  status,
  ...(body.errors ?? []).map(({ field, code }: Json) => `${field} ${code}`),
];
const open = (path: string) => stranger('GET', path);
const shutOf = async (who: Asking, id: string) =>
  (await who('GET', '/api/view-links')).body.links.find((link: Json) => link.id === id)?.shut;
const audited = async (kind: string): Promise<readonly Json[]> =>
  (await ask('GET', `/api/audit?kind=${kind}`)).body.entries;

const own = await must(ask, 'POST', '/api/records/account', [
  { name: '华能电力', industry: 'energy', owner: li.id, phone: '+86 21 5555 0001' },
  { name: '国电风能', industry: 'energy', owner: li.id },
  { name: '远山百货', industry: 'retail', owner: li.id },
]).then(({ records }) => records as readonly Json[]);
await must(ask, 'POST', '/api/records/account', { name: '北方核电', industry: 'energy', owner: wang.id });

describe('ADM-02 a view shown by link', () => {
  it('is made by administrators, and by roles to which they give the right', async () => {
    const view = await newView(li);
    const made = () => li('POST', '/api/view-links', { view, ...wish });
    assert.deepEqual(refused(await made()), [403, 'view mayNotPublish']);
    assert.deepEqual(refused(await li('GET', `/api/view-links/offer?view=${view}`)), [
      403,
      'view mayNotPublish',
    ]);
    await newLink(ask);
    await setGrant({ publish: 'yes' });
    assert.equal((await made()).status, 201);
    assert.equal((await wang('POST', '/api/view-links', { view, ...wish })).status, 404, 'not his view');
  });

  it('shows who has its address the columns that were chosen of what its maker reads, and nothing else', async () => {
    const { path } = await newLink(li);
    const { status, body, headers } = await open(path);
    assert.equal(status, 200);
    for (const text of ['公开客户', '华能电力', '国电风能', 'Industry', 'Energy', '李薇', '2 records'])
      assert.ok(body.includes(text), `${text} in ${body}`);
    for (const text of [
      '北方核电',
      '远山百货',
      '5555',
      own[0].id,
      li.id,
      'Phone',
      'href="/account',
      '<script',
    ])
      assert.ok(!body.includes(text), text);
    assert.ok(body.indexOf('国电风能') < body.indexOf('华能电力'), 'sorted as the view is');
    assert.equal(body.match(/class="group"/g)?.length, 1, 'one group');
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; style-src 'sha256-/);
    assert.equal(headers['x-robots-tag'], 'noindex, nofollow');
    assert.equal(headers['cache-control'], 'no-store');
    const chinese = (await stranger('GET', `${path}?language=zh-CN`)).body;
    assert.ok(
      chinese.includes('共 2 条记录') && chinese.includes('>所属行业<') && body.includes('>Industry<'),
    );
    assert.equal((await open(`${path.slice(0, -1)}~`)).status, 404);
    assert.equal((await open(path.replace('/main/', '/other/'))).status, 404);
  });

  it('shows what its maker may read at that moment: no record, field or right outlasts his own', async () => {
    const view = await newView(li, { columns: [...columns, 'phone'] });
    const all = { columns: [...columns, 'phone'], personal: ['name', 'owner', 'phone'] };
    const { id, path } = await newLink(li, { view, ...all });
    const page = async () => (await open(path)).body as string;
    assert.ok((await page()).includes('5555 0001'));
    const account = `/api/records/account/${own[1].id}`;
    await must(ask, 'PATCH', account, { owner: wang.id });
    assert.ok(!(await page()).includes('国电风能'));
    await must(ask, 'PATCH', account, { owner: li.id });
    await setGrant({ fields: { owner: 'hidden', phone: 'masked' } });
    assert.ok(!/Owner|李薇|Phone|0001/.test(await page()));
    // What he may not read cannot be a condition of what strangers see: more than he agreed to would be shown.
    await setGrant({ fields: { industry: 'hidden' } });
    assert.deepEqual([(await open(path)).status, await shutOf(li, id)], [404, 'view']);
    await setGrant({ fields: null, publish: 'no' });
    assert.deepEqual([(await open(path)).status, await shutOf(li, id)], [404, 'right']);
    await setGrant({ publish: 'yes' });
    assert.deepEqual([(await open(path)).status, await shutOf(li, id)], [200, null]);
    const chen = await product.colleague({ name: '陈洁', email: 'chen@hengyue.example', roles });
    const leaving = await newLink(chen);
    assert.equal((await open(leaving.path)).status, 200);
    await must(ask, 'PATCH', `/api/records/user/${chen.id}`, { active: false });
    assert.deepEqual([(await open(leaving.path)).status, await shutOf(ask, leaving.id)], [404, 'person']);
  });

  it('shows what tells of people only where that is said, and never what is not of the view or not read whole', async () => {
    const view = await newView(li, { columns: [...columns, 'phone', 'id', 'account.name', 'parent.phone'] });
    const make = (more: object) => li('POST', '/api/view-links', { view, ...more });
    const unsaid = await make({ columns: ['industry', 'phone', 'name'], personal: ['name'] });
    assert.deepEqual(refused(unsaid), [422, 'personal personalByLink']);
    assert.match(unsaid.body.errors[0].message, /电话/);
    for (const other of ['email', 'id', 'nothing', 'constructor'])
      assert.deepEqual(
        refused(await make({ columns: ['industry', other] })),
        [422, 'columns columnNotByLink'],
        other,
      );
    await setGrant({ fields: { phone: 'masked' } });
    assert.deepEqual(refused(await make({ columns: ['phone'], personal: ['phone'] })), [
      422,
      'columns columnNotByLink',
    ]);
    const { columns: offered } = (await li('GET', `/api/view-links/offer?view=${view}`)).body;
    assert.deepEqual(
      offered.map(({ path, personal }: Json) => [path, personal]),
      [
        ['name', true],
        ['industry', false],
        ['owner', true],
        ['parent.phone', true],
      ].slice(0, offered.length),
    );
    await setGrant({ fields: null });
    assert.equal((await make({ columns: ['industry'] })).status, 201);
  });

  it('asks for its password before it tells anything, and lets nobody try many', async () => {
    const { id, path } = await newLink(li, { password: '绿水青山就是金山银山', download: true });
    const form = (password: string) =>
      stranger('POST', path, new URLSearchParams({ password }).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
    const asked = await open(path);
    assert.deepEqual([asked.status, /公开客户|华能|恒岳/.test(asked.body)], [403, false]);
    assert.equal((await open(`${path}/table.csv`)).status, 403);
    assert.equal((await form('青山')).status, 403);
    const passed = await form('绿水青山就是金山银山');
    const cookie = String(passed.headers['set-cookie']).split(';')[0] ?? '';
    assert.deepEqual([passed.status, passed.headers.location], [303, path]);
    assert.match(String(passed.headers['set-cookie']), /HttpOnly.*SameSite=Lax/);
    assert.ok((await stranger('GET', path, undefined, { cookie })).body.includes('华能电力'));
    await must(li, 'PUT', `/api/view-links/${id}`, { ...wish, password: '另一个密码也很好' });
    assert.equal(
      (await stranger('GET', path, undefined, { cookie })).status,
      403,
      'a pass for the former password',
    );
    await product.pool.query(`update guanxi.attempt set count = 10 where key = $1`, [`link ${id} 127.0.0.1`]);
    assert.equal((await form('猜')).status, 429);
    assert.deepEqual(refused(await li('PUT', `/api/view-links/${id}`, { ...wish, password: '短' })), [
      422,
      'password passwordTooShort',
    ]);
  });

  it('can be carried away as a file where its maker allows it', async () => {
    assert.equal((await open(`${(await newLink(li)).path}/table.csv`)).status, 404);
    const { path } = await newLink(li, { download: true });
    const { status, body, headers } = await open(`${path}/table.csv`);
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^text\/csv/);
    assert.deepEqual(body.replace('\uFEFF', '').trim().split('\r\n'), [
      'Name,Industry,Owner',
      '国电风能,Energy,李薇',
      '华能电力,Energy,李薇',
    ]);
    assert.equal((await audited('viewLink.downloaded')).length, 1);
  });

  it('ends at once: by its maker, an administrator or its last day, and for nobody else', async () => {
    const { id, path } = await newLink(li, { lastDay: '2999-12-31' });
    assert.equal((await wang('DELETE', `/api/view-links/${id}`)).status, 404);
    assert.equal((await wang('PUT', `/api/view-links/${id}`, wish)).status, 404);
    assert.deepEqual((await wang('GET', '/api/view-links')).body.links, []);
    const [seen] = (await ask('GET', '/api/view-links')).body.links;
    assert.deepEqual(
      [seen.id, seen.person.name, seen.view.name, seen.address],
      [id, '李薇', '公开客户', null],
    );
    assert.equal((await open(path)).status, 200);
    await must(ask, 'DELETE', `/api/view-links/${id}`);
    assert.equal((await open(path)).status, 404);
    const [ended] = await audited('viewLink.ended');
    assert.deepEqual([ended.subject, ended.facts.name, ended.actor.name], ['account', '公开客户', '林晓彤']);
    assert.deepEqual(
      refused(await li('POST', '/api/view-links', { view: seen.view.id, ...wish, lastDay: '2020-01-01' })),
      [422, 'lastDay dayIsPast'],
    );
    const short = await newLink(li);
    await product.pool.query(`update ws_main.view_link set last_day = '2020-01-01' where id = $1`, [
      short.id,
    ]);
    assert.deepEqual([(await open(short.path)).status, await shutOf(li, short.id)], [404, 'over']);
    const binned = await newLink(li);
    await must(li, 'DELETE', `/api/records/savedView/${binned.view}`);
    assert.deepEqual([(await open(binned.path)).status, await shutOf(li, binned.id)], [404, 'view']);
  });

  it('follows its maker’s changes of the view, and waits for his word when somebody else has changed it', async () => {
    const { id, view, path } = await newLink(li);
    const change = (who: Asking, industry: string) =>
      must(who, 'PATCH', `/api/records/savedView/${view}`, {
        settings: { ...settings, where: { industry } },
      });
    await change(li, 'retail');
    assert.ok((await open(path)).body.includes('远山百货'));
    await change(ask, 'energy');
    assert.deepEqual([(await open(path)).status, await shutOf(li, id)], [404, 'changed']);
    await must(li, 'PUT', `/api/view-links/${id}`, { ...wish, columns: ['name'] });
    const { body } = await open(path);
    assert.ok(body.includes('华能电力') && !body.includes('李薇'));
  });

  it('counts as an export of its maker, once a day, and shows nothing beyond what he may export', async () => {
    const { body: safeguards } = await ask('GET', '/api/safeguards');
    const limit = (exportedPerDay: number) =>
      must(ask, 'PUT', '/api/safeguards', {
        ...safeguards,
        everyone: { ...safeguards.everyone, exportedPerDay, exportedAtOnce: exportedPerDay },
      });
    await product.pool.query('delete from ws_main.export_count');
    const { id, path } = await newLink(li);
    for (let turn = 0; turn < 3; turn++) assert.equal((await open(path)).status, 200);
    const taken = async () =>
      (await product.pool.query('select sum(records)::int as sum from ws_main.export_count')).rows[0].sum;
    assert.equal(await taken(), 2);
    const [link] = (await li('GET', '/api/view-links')).body.links;
    assert.deepEqual([link.opened, typeof link.openedAt, link.address.endsWith(path)], [3, 'string', true]);
    assert.equal((await audited('viewLink.opened')).filter(({ facts }) => facts.link === id).length, 1);
    await limit(3);
    const second = await newLink(li);
    assert.deepEqual([(await open(second.path)).status, await shutOf(li, second.id)], [404, 'limit']);
    await limit(1);
    assert.equal((await open(path)).status, 404);
    assert.deepEqual(refused(await li('POST', '/api/view-links', { view: link.view.id, ...wish })), [
      403,
      ' exportTooLarge',
    ]);
    await must(ask, 'PUT', '/api/safeguards', { ...safeguards, exportReason: true });
    assert.equal((await open(path)).status, 200);
    const unsaid = await li('POST', '/api/view-links', { view: link.view.id, ...wish });
    assert.deepEqual(refused(unsaid), [422, 'reason exportReason']);
    await newLink(li, { view: link.view.id, reason: '展会名单' });
    assert.equal((await audited('viewLink.created'))[0].facts.reason, '展会名单');
    await must(ask, 'PUT', '/api/safeguards', safeguards);
  });

  it('is read page by page, by addresses that tell nothing, in few statements', async () => {
    const many = Array.from({ length: 130 }, (_, place) => ({
      ...{ name: `分店 ${String(place).padStart(3, '0')}`, industry: 'logistics', owner: li.id },
    }));
    await must(ask, 'POST', '/api/records/account', many);
    const view = await newView(li, {
      where: { industry: 'logistics' },
      columns: ['name'],
      sort: 'createdAt,name',
    });
    const { path } = await newLink(li, { view, columns: ['name'] });
    const first = (await open(path)).body as string;
    assert.ok(first.includes('130 records') && first.includes('分店 099') && !first.includes('分店 100'));
    const next = /href="([^"]*cursor=[^"]*)"/.exec(first.slice(first.indexOf('rel="next"')))?.[1] ?? '';
    const run = statementsOn(product.serving, /view_link|"savedView"|"account"|safeguards|export_count/);
    const second = (await open(next)).body as string;
    assert.ok(run.length <= 6, run.join('\n\n'));
    assert.ok(second.includes('分店 100') && second.includes('分店 129') && !second.includes('分店 099'));
    const cursor = decodeURIComponent(/cursor=([^&"]*)/.exec(next)?.[1] ?? '');
    assert.ok(!Buffer.from(cursor, 'base64url').toString().includes('分店'));
    assert.equal((await open(`${path}?cursor=x${cursor}`)).status, 404);
  });

  it('is no way in for another workspace, nor to what belongs to a module that is switched off', async () => {
    const view = await newView(ask, { where: undefined, columns: ['name'], group: undefined }, 'opportunity');
    const { path } = await newLink(ask, { view, columns: ['name'], personal: [] });
    assert.equal((await open(path)).status, 200);
    await must(ask, 'PATCH', '/api/modules/sales', { on: false });
    assert.equal((await open(path)).status, 404);
    await must(ask, 'PATCH', '/api/modules/sales', { on: true });
    assert.equal((await open(path)).status, 200);
  });

  it('refuses what makes no sense by its name', async () => {
    const view = await newView(li);
    const board = (
      await must(li, 'POST', '/api/records/savedView', {
        name: '看板',
        object: 'account',
        kind: 'board',
        settings,
      })
    ).id;
    for (const [wanted, field] of [
      [{ view: board }, 'view'],
      [{ columns: [] }, 'columns'],
      [{ columns: 'name' }, 'columns'],
      [{ columns: [7, null] }, 'columns'],
      [{ columns: Array.from({ length: 1000 }, () => 'name') }, 'columns'],
      [{ personal: { name: true } }, 'personal'],
      [{ lastDay: '2027-02-30' }, 'lastDay'],
      [{ download: 'yes' }, 'download'],
      [{ reason: 'x'.repeat(301) }, 'reason'],
      [{ password: 12345678 }, 'password'],
    ] as const) {
      const { status, body } = await li('POST', '/api/view-links', { view, ...wish, ...wanted });
      assert.deepEqual([status, body.errors?.[0].field], [422, field], JSON.stringify(wanted));
    }
    for (const id of ['x', '00000000-0000-0000-0000-000000000000', "'; drop"])
      assert.equal((await li('POST', '/api/view-links', { view: id, ...wish })).status, 404);
  });
});
