import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
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
    ids.account = await make('account', { name: '宁波东海水产有限公司', phone: '057487654321' });
    ids.contact = await make('contact', {
      ...{ lastName: '陆', firstName: '文博', account: ids.account, birthday: '1984-05-17' },
      ...{ email: 'luwenbo@donghai-seafood.cn', mobile: '13800138000', wechat: 'luwenbo1984' },
      ...{
        address: { street: '海曙区柳汀街 230 号', city: '宁波', country: 'CN' },
        description: '喜欢龙井茶',
      },
    });
    ids.lead = await make('lead', {
      ...{ lastName: '陆', firstName: '文博', company: '东海', email: 'luwenbo@donghai-seafood.cn' },
      knownContact: ids.contact,
    });
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
