import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
import type { Field } from '#kernel/field/field.ts';
import { type Asking, type Product, startProduct } from './product.ts';

describe('PRV-02 a copy of a company without its people', () => {
  let product: Product;
  let copy: Asking;
  const ids: Record<string, string> = {};
  const make = async (object: string, values: object): Promise<string> => {
    const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };

  before(async () => {
    const store = folderStore(mkdtempSync(join(tmpdir(), 'guanxi-copy-')));
    product = await startProduct({ files: { store, limit: 1_000_000 } });
    const field = { object: 'contact', type: 'text', label: '爱好' };
    ids.account = await make('account', {
      ...{ name: '宁波东海水产有限公司', phone: '057487654321', industry: 'retail', tier: 'A' },
      annualRevenue: '1250000.50',
    });
    ids.contact = await make('contact', {
      ...{ lastName: '陆', firstName: '文博', account: ids.account, birthday: '1984-05-17' },
      ...{ email: 'luwenbo@donghai-seafood.cn', mobile: '13800138000', wechat: 'luwenbo1984' },
      ...{
        nationalId: '330203198405171234',
        address: { street: '海曙区柳汀街 230 号', city: '宁波', country: 'CN' },
        description: '喜欢龙井茶',
      },
    });
    ids.lead = await make('lead', {
      ...{ lastName: '陆', firstName: '文博', company: '东海', email: 'luwenbo@donghai-seafood.cn' },
      knownContact: ids.contact,
    });
    for (const [company, industry, month] of [
      ['西湖', '水产', 'warm'],
      ['东海', '水产', 'hot'],
      ['南湖', '冷链', 'hot'],
    ])
      await make('lead', {
        lastName: '沈',
        company,
        industry,
        rating: month,
        budget: '80000',
        employees: 40,
      });
    ids.mill = await make('account', { name: '嘉兴面粉厂', industry: 'energy', annualRevenue: '99.01' });
    ids.foreign = await make('contact', { lastName: 'Featherstone', firstName: 'Wilhelmina' });
    await product.ask('PATCH', `/api/records/contact/${ids.contact}`, { mobile: '13911112222' });
    const regarding = { object: 'contact', id: ids.contact };
    await make('note', { body: '<p>陆文博要求下周回电</p>', regarding });
    await make('call', { subject: '陆文博来电询价', phone: '13911112222', regarding });
    await make('consent', {
      purpose: 'contact',
      subject: regarding,
      person: '陆文博',
      text: '本人同意联系陆文博',
    });
    for (const [amount, stage] of [
      ['1000', 'qualify'],
      ['2500.50', 'qualify'],
      ['400', 'propose'],
    ])
      ids.opportunity = await make('opportunity', {
        name: `陆文博采购 ${amount}`,
        account: ids.account,
        amount,
        stage,
      }).catch(() => make('opportunity', { name: `陆文博采购 ${amount}`, account: ids.account, amount }));
    await product.colleague({ name: '欧阳静雯', email: 'ouyang@hengyue.example', roles: ['salesManager'] });
    assert.ok(field);
    const made = await product.ask('POST', '/api/workspaces/main/copy', {
      ...{ name: 'staging', company: '衡岳工业（演练）' },
      ...{ administratorName: '测试员', administratorEmail: 'tester@lab.example', word: '端午' },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal(made.body.copyOf, 'main');
    const token = made.body.invitation.href.split('#')[1];
    const payload = { token, name: '测试员', password: 'spring tea before the rain' };
    const accepted = await product.app.inject({
      method: 'POST',
      url: '/api/auth/invitation/accept',
      payload,
    });
    assert.equal(accepted.statusCode, 200, accepted.body);
    const [cookie] = accepted.cookies;
    copy = product.as({ cookie: `${cookie?.name}=${encodeURIComponent(cookie?.value ?? '')}` });
  });

  async function everything(schema: string): Promise<string> {
    const { rows } = await product.pool.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind in ('r', 'v')`,
      [schema],
    );
    const texts: string[] = [];
    for (const { name } of rows) {
      const found = await product.pool.query(
        `select string_agg(t::text, ' ') as all from ${schema}."${name}" t`,
      );
      texts.push(found.rows[0].all ?? '');
    }
    return texts.join('\n');
  }

  it('holds nothing of anybody, in no table, log or search word', async () => {
    const [original, copied] = [await everything('ws_main'), await everything('ws_staging')];
    for (const trace of [
      ...[
        '文博',
        'luwenbo',
        'wenbo',
        'donghai-seafood',
        '13800138000',
        '13911112222',
        '138000',
        '1984-05-17',
        '柳汀街',
        '龙井',
      ],
      ...[
        '东海',
        '87654321',
        'Featherstone',
        'Wilhelmina',
        'featherstone',
        '回电',
        '询价',
        '欧阳',
        '静雯',
        'ouyang',
        '林晓彤',
      ],
    ]) {
      assert.ok(original.includes(trace), `${trace} was never there`);
      const at = copied.indexOf(trace);
      assert.equal(at, -1, `${trace}: ${copied.slice(Math.max(0, at - 200), at + 100)}`);
    }
  });

  it('has believable people, the same one the same everywhere, and everything still belongs together', async () => {
    const contact = (await copy('GET', `/api/records/contact/${ids.contact}`)).body;
    const lead = (await copy('GET', `/api/records/lead/${ids.lead}`)).body;
    assert.match(contact.name, /^[一-龥]{2,4}$/);
    assert.deepEqual(
      [lead.lastName, lead.firstName, lead.email],
      [contact.lastName, contact.firstName, contact.email],
    );
    assert.equal(contact.name, `${contact.lastName}${contact.firstName}`);
    assert.match(contact.mobile, /^139\d{8}$/);
    assert.match(contact.email, /^p\w+@c\w+\.example$/);
    assert.match(contact.birthday, /^1984-/);
    assert.deepEqual(contact.address, { city: '宁波', country: 'CN' });
    assert.equal(contact.description, null);
    const [consent] = (await copy('GET', '/api/records/consent')).body.records;
    assert.equal(consent.person, contact.name);
    const foreign = (await copy('GET', `/api/records/contact/${ids.foreign}`)).body;
    assert.match(foreign.name, /^[A-Z][a-z]+ [A-Z][a-z]+$/);
    const found = (await copy('GET', `/api/search?q=${encodeURIComponent(contact.name)}`)).body.results;
    assert.ok(found.some(({ id }: { id: string }) => id === ids.contact));
    const twins = await copy('GET', `/api/records/contact/${ids.contact}/timeline`);
    assert.equal(twins.status, 200);
  });

  /** Groups by what identifies them, in one order. */
  const groupsOf = async (ask: Asking, object: string, groupBy: string, measures: readonly string[]) => {
    const query = `groupBy=${groupBy}&measures=${['count', ...measures].join(',')}`;
    const { status, body } = await ask('GET', `/api/records/${object}/aggregate?${query}`);
    assert.equal(status, 200, `${object} ${query} ${JSON.stringify(body)}`);
    const groups: readonly Record<string, unknown>[] = body.groups;
    const plain = groups.map((group) => {
      const value = group[groupBy] as { readonly id?: string } | null;
      return JSON.stringify({ ...group, [groupBy]: value?.id ?? value });
    });
    return plain.sort();
  };
  /** What a field can be grouped by so that nothing may differ: of a date that tells of a person, the year. */
  const groupable = (name: string, { type, result, personal }: Field): string | undefined => {
    const kind = result ?? type;
    if (['choice', 'boolean', 'reference', 'user'].includes(kind)) return name;
    if (kind !== 'date' && kind !== 'dateTime') return undefined;
    return personal === undefined ? `${name}.month` : `${name}.year`;
  };

  it('answers every question of every kind as the original does: counts, sums, averages, by choice, owner and month', async () => {
    let asked = 0;
    for (const { name, allFields, fields, declaration } of product.registry.objects.values()) {
      if (declaration.unites !== undefined || name === 'user') continue;
      if ((await product.ask('GET', `/api/records/${name}?limit=1`)).body.records.length === 0) continue;
      const numbers = [...fields].filter(([, { type, result = type }]) =>
        ['integer', 'decimal', 'money', 'percent', 'duration'].includes(result),
      );
      const measures = numbers.flatMap(([field]) => ['sum', 'max', 'avg'].map((one) => `${one}(${field})`));
      for (const [field, declared] of allFields) {
        const path = groupable(field, declared);
        if (path === undefined || field === 'id') continue;
        const all = measures.slice(0, 19);
        assert.deepEqual(
          await groupsOf(copy, name, path, all),
          await groupsOf(product.ask, name, path, all),
          `${name} by ${path}`,
        );
        asked++;
      }
    }
    assert.ok(asked > 60, `${asked} questions`);
    // Across a reference, as a report by industry asks.
    const [one, other] = [copy, product.ask].map((ask) =>
      groupsOf(ask, 'opportunity', 'account.industry', ['sum(amount)']),
    );
    assert.deepEqual(await one, await other);
  });

  it('groups by a text are of the same sizes under other names', async () => {
    for (const [object, path] of [
      ['lead', 'industry'],
      ['lead', 'company'],
      ['contact', 'lastName'],
    ] as const) {
      const sizes = async (ask: Asking) =>
        (await ask('GET', `/api/records/${object}/aggregate?groupBy=${path}&measures=count`)).body.groups
          .map(({ count }: { count: number }) => count)
          .sort();
      assert.deepEqual(await sizes(copy), await sizes(product.ask), `${object} by ${path}`);
      assert.ok((await sizes(copy)).length > 1);
    }
  });

  it('has no sealed value, nothing to open one with and nothing to find one by', async () => {
    const url = `/api/records/contact/${ids.contact}`;
    const revealed = await product.ask('POST', `${url}/reveal`, { field: 'nationalId' });
    assert.equal(revealed.body.value, '330203198405171234', JSON.stringify(revealed.body));
    assert.equal((await copy('GET', url)).body.nationalId, null);
    const { rows } = await product.pool.query(
      `select (select count(*)::int from ws_staging.value_key) as keys,
         (select count(*)::int from ws_staging.contact c where to_jsonb(c)::text like '%sealed:%') as values,
         (select count(*)::int from ws_staging.event e where e.changes ? 'nationalId') as told`,
    );
    assert.deepEqual(rows, [{ keys: 0, values: 0, told: 0 }]);
    const where = encodeURIComponent(JSON.stringify({ nationalId: '330203198405171234' }));
    const found = async (ask: Asking) =>
      (await ask('GET', `/api/records/contact?where=${where}`)).body.records.length;
    assert.deepEqual([await found(product.ask), await found(copy)], [1, 0]);
    // The copy seals under a key of its own.
    await copy('PATCH', url, { nationalId: '330203198405171234' });
    const opened = await copy('POST', `${url}/reveal`, { field: 'nationalId' });
    assert.equal(opened.body.value, '330203198405171234');
    await copy('PATCH', url, { nationalId: null });
  });

  it('gives the same totals', async () => {
    const asked = '/api/records/opportunity/aggregate?groupBy=stage&measures=count,sum(amount),max(amount)';
    const [original, copied] = [await product.ask('GET', asked), await copy('GET', asked)];
    assert.equal(original.status, 200);
    assert.deepEqual(copied.body, original.body);
    for (const { name, declaration } of product.registry.objects.values()) {
      if (declaration.unites !== undefined || name === 'user') continue;
      const count = async (ask: Asking) =>
        (await ask('GET', `/api/records/${name}?count=true&limit=1`)).body.count;
      assert.equal(await count(copy), await count(product.ask), name);
    }
  });

  it('writes to nobody, and goes on as a company of its own', async () => {
    const waiting = `insert into ws_staging.notification_delivery (id, notification, channel, wake)
      values (gen_random_uuid(), gen_random_uuid(), 'mail', now())`;
    await product.pool.query(waiting);
    const { body } = await copy('POST', '/api/records/contact', {
      lastName: '新',
      firstName: '人',
      account: ids.account,
    });
    assert.ok(body.id);
    assert.equal((await product.ask('GET', `/api/records/contact/${body.id}`)).status, 404);
    const { rows } = await product.pool.query('select state from ws_staging.notification_delivery');
    assert.deepEqual(rows, [{ state: 'waiting' }]);
    const kinds = (await product.pool.query('select count(*)::int as n from ws_staging.automation_run'))
      .rows[0].n;
    assert.equal(kinds, 0);
  });

  it('is the same again with the same word, and another one with another', async () => {
    const again = async (name: string, word: string) => {
      const wanted = { name, word, administratorName: '测试员', administratorEmail: `t@${name}.example` };
      assert.equal((await product.ask('POST', '/api/workspaces/main/copy', wanted)).status, 201);
      return (await product.pool.query(`select email from ws_${name}.contact where id = $1`, [ids.contact]))
        .rows[0].email;
    };
    const first = (await copy('GET', `/api/records/contact/${ids.contact}`)).body.email;
    assert.equal(await again('same', '端午'), first);
    assert.notEqual(await again('other', '中秋'), first);
    const taken = await product.ask('POST', '/api/workspaces/main/copy', {
      ...{ name: 'same', administratorName: '测试员', administratorEmail: 't@same.example' },
    });
    assert.deepEqual([taken.status, taken.body.errors[0].field], [409, 'name']);
  });
});
