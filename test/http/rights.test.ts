import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';

type Person = Asking & { readonly id: string };
type Body = ReturnType<JSON['parse']>;

describe('who may see and do what', () => {
  let product: Product;
  let admin: Asking;
  let li: Person;
  let wang: Person;
  let manager: Person;
  let account: string;
  let contact: string;

  const make = async (ask: Asking, object: string, values: object): Promise<string> => {
    const answer = await ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  };
  const status = async (ask: Asking, url: string) => (await ask('GET', url)).status;
  const change = async (values: object, role = 'salesRepresentative', object = 'contact') =>
    make(admin, 'roleRight', { role, object, ...values });
  const asDeclared = async () => {
    const { body } = await admin('GET', '/api/records/roleRight?select=id');
    for (const { id } of body.records) await admin('DELETE', `/api/records/roleRight/${id}`);
  };

  before(async () => {
    product = await startProduct();
    admin = product.ask;
    const hire = (name: string, email: string, role = 'salesRepresentative') =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: [role] });
    [li, wang, manager] = [
      await hire('李娜', 'lina'),
      await hire('王强', 'wangqiang'),
      await hire('周敏', 'zhoumin', 'salesManager'),
    ];
    await admin('PATCH', `/api/records/user/${li.id}`, { manager: manager.id });
    account = await make(li, 'account', { name: '远航物流' });
    contact = await make(li, 'contact', {
      name: '张伟',
      account,
      mobile: '+86 138 0013 8000',
      email: 'zhang.wei@yuanhang.example',
    });
  });

  describe('CUS-16 sharing one record', () => {
    let share: string;
    const record = () => ({ object: 'account', id: account });

    it('opens it to a colleague, with its people, and says so on its timeline', async () => {
      assert.equal(await status(wang, `/api/records/account/${account}`), 404);
      share = await make(li, 'share', {
        record: record(),
        recipient: { object: 'user', id: wang.id },
        reason: '一起投标',
      });
      assert.equal(await status(wang, `/api/records/account/${account}`), 200);
      assert.equal(await status(wang, `/api/records/contact/${contact}`), 200, 'what belongs to it follows');
      const { body } = await wang('GET', `/api/records/account/${account}/timeline`);
      assert.ok(body.entries.some((entry: Body) => entry.object === 'share' && entry.actor.id === li.id));
    });

    it('for reading lets nobody change it, nor share it on, nor give more to himself', async () => {
      const changed = await wang('PATCH', `/api/records/account/${account}`, {
        website: 'https://a.example',
      });
      assert.equal(changed.status, 403);
      const further = await wang('POST', '/api/records/share', {
        record: record(),
        recipient: { object: 'user', id: manager.id },
      });
      assert.deepEqual([further.status, further.body.errors[0].field], [422, 'record']);
      assert.equal((await wang('PATCH', `/api/records/share/${share}`, { access: 'update' })).status, 403);
      assert.equal((await wang('DELETE', `/api/records/share/${share}`)).status, 403);
    });

    it('for changing lets him change it, but never delete it', async () => {
      assert.equal((await li('PATCH', `/api/records/share/${share}`, { access: 'update' })).status, 200);
      const changed = await wang('PATCH', `/api/records/account/${account}`, {
        website: 'https://a.example',
      });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
      assert.equal((await wang('DELETE', `/api/records/account/${account}`)).status, 403);
    });

    it('ends on its day, and at once when it is taken back', async () => {
      await li('PATCH', `/api/records/share/${share}`, { until: '2026-01-31' });
      assert.equal(await status(wang, `/api/records/account/${account}`), 404);
      await li('PATCH', `/api/records/share/${share}`, { until: '2999-12-31' });
      assert.equal(await status(wang, `/api/records/account/${account}`), 200);
      assert.equal((await li('DELETE', `/api/records/share/${share}`)).status, 204);
      assert.equal(await status(wang, `/api/records/account/${account}`), 404);
    });

    it('is refused without somebody to share with, twice with the same, and of what is not there', async () => {
      const nobody = await li('POST', '/api/records/share', { record: record() });
      assert.deepEqual([nobody.status, nobody.body.errors[0].field], [422, 'recipient']);
      const once = { record: record(), role: 'salesManager' };
      await make(li, 'share', once);
      assert.equal((await li('POST', '/api/records/share', once)).status, 422);
      const foreign = { record: { object: 'account', id: contact }, role: 'salesManager' };
      assert.equal((await li('POST', '/api/records/share', foreign)).status, 422);
    });
  });

  describe('why somebody sees a record', () => {
    const why = async (ask: Asking, person: string): Promise<Body> =>
      (await ask('GET', `/api/records/account/${account}/access?person=${person}`)).body;

    it('names the owner’s own right, his manager’s, a share with whom it came from, and a rule', async () => {
      const own = await why(li, li.id);
      assert.deepEqual(own.may, { read: true, update: true, delete: true });
      assert.ok(
        own.reasons.every(({ kind, role }: Body) => kind === 'role' && role === 'salesRepresentative'),
      );
      const above = await why(li, manager.id);
      assert.deepEqual(
        above.reasons.filter(({ kind }: Body) => kind === 'role').map(({ scope }: Body) => scope),
        [{ owner: { in: '$team' } }, 'team'],
      );
      assert.equal((await why(li, wang.id)).may.read, false);
      const team = await make(admin, 'team', { name: '物流组', members: [wang.id] });
      await make(li, 'share', {
        record: { object: 'account', id: account },
        recipient: { object: 'team', id: team },
      });
      await make(admin, 'sharingRule', {
        name: '物流客户给物流组',
        object: 'account',
        where: { name: { contains: '物流' } },
        recipient: { object: 'team', id: team },
        access: 'update',
      });
      const { may, reasons } = await why(admin, wang.id);
      assert.deepEqual(may, { read: true, update: true, delete: false });
      const [share, rule] = reasons;
      assert.deepEqual(
        [share.kind, share.audience, share.by],
        ['share', { object: 'team', name: '物流组' }, '李娜'],
      );
      assert.deepEqual(
        [rule.kind, rule.name, rule.operations],
        ['rule', '物流客户给物流组', ['read', 'update']],
      );
    });

    it('is told to administrators and to those who may change the record; to others of themselves alone', async () => {
      const deal = await make(wang, 'account', { name: '不相干' });
      assert.equal(await status(li, `/api/records/account/${deal}/access`), 404);
      await make(wang, 'share', {
        record: { object: 'account', id: deal },
        recipient: { object: 'user', id: li.id },
      });
      assert.equal(await status(li, `/api/records/account/${deal}/access`), 200);
      assert.equal(await status(li, `/api/records/account/${deal}/access?person=${wang.id}`), 403);
      assert.equal(await status(admin, `/api/records/account/${deal}/access?person=${wang.id}`), 200);
      assert.equal(await status(admin, `/api/records/account/${deal}/access?person=x`), 404);
    });

    it('a rule whose condition cannot be read is refused with the reason', async () => {
      const { status: refused, body } = await admin('POST', '/api/records/sharingRule', {
        name: '错误',
        object: 'account',
        where: { colour: 'red' },
        role: 'salesManager',
      });
      assert.deepEqual([refused, body.errors[0].field], [422, 'where']);
    });
  });

  describe('ADM-14 rights that an administrator changes', () => {
    it('act at once, in the records, in what is offered, and are in the log', async () => {
      const other = await make(wang, 'opportunity', { name: '铁路扩建', stage: 'proposal', amount: '100' });
      assert.equal(await status(li, `/api/records/opportunity/${other}`), 404);
      const right = await change({ read: 'all' }, 'salesRepresentative', 'opportunity');
      assert.equal(await status(li, `/api/records/opportunity/${other}`), 200);
      assert.equal((await li('PATCH', `/api/records/opportunity/${other}`, { name: 'x' })).status, 403);
      await admin('PATCH', `/api/records/roleRight/${right}`, { read: 'none', create: 'no' });
      assert.equal(await status(li, '/api/records/opportunity'), 403);
      const meta = (await li('GET', '/api/meta')).body.objects;
      assert.ok(!meta.some(({ name }: Body) => name === 'opportunity'));
      const { body } = await admin('GET', `/api/records/roleRight/${right}/timeline`);
      assert.deepEqual(
        body.entries.map(({ kind }: Body) => kind),
        ['updated', 'created'],
      );
      await asDeclared();
      assert.equal((await li('GET', '/api/records/opportunity')).status, 200);
    });

    it('open no way to every right: roles are handed out by administrators alone', async () => {
      await change({ update: 'all' }, 'salesManager', 'user');
      const promoted = await manager('PATCH', `/api/records/user/${manager.id}`, {
        roles: ['administrator'],
      });
      assert.deepEqual([promoted.status, promoted.body.errors[0].code], [422, 'forbiddenField']);
      assert.equal((await manager('PATCH', `/api/records/user/${li.id}`, { title: '顾问' })).status, 200);
      await asDeclared();
    });

    it('act on another server within a second', async () => {
      const { createApplication } = await import('#main/application.ts');
      const { pool, registry } = product;
      const second = await createApplication({
        pool,
        registry,
        secret: 's'.repeat(40),
        baseUrl: 'http://127.0.0.1:3000',
      });
      const there = async () =>
        (await second.inject({ url: '/api/records/opportunity', headers: li.headers })).statusCode;
      assert.equal(await there(), 200);
      await change({ read: 'none' }, 'salesRepresentative', 'opportunity');
      const changed = Date.now();
      while ((await there()) === 200 && Date.now() - changed < 3000)
        await new Promise((done) => setTimeout(done, 50));
      assert.ok(Date.now() - changed < 2000, `${Date.now() - changed} ms`);
      await asDeclared();
      const gone = await product.colleague({
        ...{ name: '何川', email: 'he@hengyue.example', roles: ['salesRepresentative'] },
      });
      const key = (await gone('POST', '/api/api-keys', { name: '报表' })).body.key;
      const revoked = (await gone('POST', '/api/api-keys', { name: '旧报表' })).body;
      const old = async () =>
        (await second.inject({ url: '/api/me', headers: { authorization: `Bearer ${revoked.key}` } }))
          .statusCode;
      assert.equal(await old(), 200);
      await gone('DELETE', `/api/api-keys/${revoked.id}`);
      const ends = Date.now();
      while ((await old()) === 200 && Date.now() - ends < 6000)
        await new Promise((done) => setTimeout(done, 20));
      assert.ok(Date.now() - ends < 900, `a key revoked here opens nothing there: ${Date.now() - ends} ms`);
      const sessions = { url: '/api/sessions', headers: gone.headers };
      const keyed = { url: '/api/me', headers: { authorization: `Bearer ${key}` } };
      const asked = async () =>
        Promise.all([sessions, keyed].map(async (each) => (await second.inject(each)).statusCode));
      assert.deepEqual(await asked(), [200, 200]);
      await admin('PATCH', `/api/records/user/${gone.id}`, { active: false });
      const ended = Date.now();
      while ((await asked()).includes(200) && Date.now() - ended < 6000)
        await new Promise((done) => setTimeout(done, 20));
      assert.ok(Date.now() - ended < 900, `who is inactive is nobody there: ${Date.now() - ended} ms`);
      await second.close();
    });

    it('are refused where they make no sense', async () => {
      const wrong = async (values: object) => {
        const answer = await admin('POST', '/api/records/roleRight', { role: 'salesManager', ...values });
        return [answer.status, answer.body.errors[0].field, answer.body.errors[0].code];
      };
      assert.deepEqual(await wrong({ object: 'product', read: 'own' }), [422, 'read', 'notOwned']);
      assert.deepEqual(await wrong({ object: 'contact', fields: { name: 'hidden' } }), [
        422,
        'fields.name',
        'mustBeShown',
      ]);
      assert.deepEqual(await wrong({ object: 'contact', fields: { tail: 'read' } }), [
        422,
        'fields.tail',
        'unknownField',
      ]);
      assert.deepEqual(await wrong({ object: 'account', fields: { annualRevenue: 'masked' } }), [
        422,
        'fields.annualRevenue',
        'notMaskable',
      ]);
      assert.deepEqual(await wrong({ object: 'roleRight', update: 'all' }), [422, 'object', 'notGrantable']);
      assert.equal(
        (await li('POST', '/api/records/roleRight', { role: 'salesManager', object: 'contact' })).status,
        403,
      );
    });
  });

  describe('ADM-14 a masked field', () => {
    const whole = ['138 0013 8000', '13800138000', 'zhang.wei@'];
    const leaks = (text: string) => whole.filter((value) => text.includes(value));
    before(() => change({ fields: { mobile: 'masked', email: 'masked' } }));

    it('is shown in part in records, lists, exports and on the timeline', async () => {
      const one = await li('GET', `/api/records/contact/${contact}`);
      assert.deepEqual([one.body.mobile, one.body.email], ['+86 138****8000', 'z****@yuanhang.example']);
      await admin('PATCH', `/api/records/contact/${contact}`, { mobile: '+86 138 0013 8001' });
      await admin('PATCH', `/api/records/contact/${contact}`, { mobile: '+86 138 0013 8000' });
      for (const url of [
        '/api/records/contact?select=name,mobile,email',
        '/api/records/contact/export?format=csv',
        `/api/records/contact/${contact}/timeline`,
        `/api/records/account/${account}/timeline`,
        '/api/search?q=zhangwei',
        `/api/records/contact/${contact}/duplicates`,
      ]) {
        const { status: answered, body } = await li('GET', url);
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        assert.equal(answered, 200, url);
        assert.deepEqual(leaks(text), [], url);
      }
    });

    it('can be neither searched, filtered, sorted, grouped nor changed by', async () => {
      const count = async (q: string) =>
        (await li('GET', `/api/records/contact?q=${q}&count=true`)).body.count;
      const found = async (q: string) =>
        (await li('GET', `/api/search?q=${q}&objects=contact`)).body.results.length;
      assert.deepEqual([await count('13800138000'), await found('8000'), await found('yuanhang')], [0, 0, 0]);
      assert.deepEqual([await count('zhangwei'), await found('zw'), await found('张伟')], [1, 1, 1]);
      for (const query of [
        'where={"mobile":{"startsWith":"138"}}',
        'where={"mobile":{"isNull":false}}',
        'sort=mobile',
        'sort=-email',
      ])
        assert.equal(await status(li, `/api/records/contact?${encodeURI(query)}`), 422, query);
      for (const query of ['groupBy=mobile', 'measures=max(email)', 'measures=countDistinct(mobile)'])
        assert.equal(await status(li, `/api/records/contact/aggregate?${query}`), 422, query);
      const written = await li('PATCH', `/api/records/contact/${contact}`, { mobile: '+86 139 0000 0000' });
      assert.deepEqual([written.status, written.body.errors[0].code], [422, 'forbiddenField']);
      const stale = await li('PATCH', `/api/records/contact/${contact}`, { version: 1, title: '经理' });
      assert.equal(stale.status, 409);
      assert.deepEqual(leaks(JSON.stringify(stale.body)), []);
    });

    it('may be given with a new record, whose answer masks it', async () => {
      const { status: made, body } = await li('POST', '/api/records/contact', {
        name: '陈静',
        account,
        mobile: '139 1111 2222',
      });
      assert.deepEqual([made, body.mobile], [201, '139****2222']);
    });

    it('is told whole when asked for, which the log notes', async () => {
      const reveal = (ask: Asking, field: string) =>
        ask('POST', `/api/records/contact/${contact}/reveal`, { field });
      assert.deepEqual((await reveal(li, 'mobile')).body, { value: '+86 138 0013 8000' });
      const { body } = await admin('GET', `/api/records/contact/${contact}/timeline`);
      const [entry] = body.entries;
      assert.deepEqual([entry.kind, entry.actor.id, entry.changes[0].field], ['revealed', li.id, 'mobile']);
      assert.equal((await reveal(wang, 'mobile')).status, 200, 'he sees the record, by the rule above');
      assert.equal((await reveal(li, 'title')).status, 422);
      assert.equal((await reveal(admin, 'mobile')).status, 422, 'nothing is masked for an administrator');
    });

    it('keeps its value through a verb that copies the record', async () => {
      await change({ fields: { mobile: 'masked' } }, 'salesRepresentative', 'lead');
      const lead = await make(li, 'lead', { name: '赵磊', company: '北方重工', mobile: '137 3333 4444' });
      const done = await li('POST', '/api/actions/sales.convertLead', { id: lead, input: {} });
      assert.equal(done.status, 200, JSON.stringify(done.body));
      const made = done.body.records.find(({ object }: Body) => object === 'contact');
      assert.equal((await admin('GET', `/api/records/contact/${made.id}`)).body.mobile, '137 3333 4444');
    });
  });
});
