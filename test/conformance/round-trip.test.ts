import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { ObjectMeta } from '#kernel/meta.ts';
import { type Product, startProduct } from '#test/http/product.ts';
import { museum } from '#test/specimens/specimens.ts';

/** What is sent for each field type, and how it comes back. */
const values: Readonly<Record<string, readonly [sent: unknown, shown: unknown]>> = {
  name: ['  四羊方尊 ', '四羊方尊'],
  label: ['藏-0007', '藏-0007'],
  description: ['一行\r\n两行', '一行\n两行'],
  story: ['<p>出土于<b>宁乡</b></p>', '<p>出土于<b>宁乡</b></p>'],
  pieces: ['1,204', 1204],
  weight: ['34.5', '34.5000'],
  price: ['CNY 1,054', { amount: '1054.00', currency: 'CNY' }],
  share: ['12.5%', '12.50'],
  genuine: ['是', true],
  found: ['1938年4月3日', '1938-04-03'],
  catalogued: ['2026-03-08T09:30:00+08:00', '2026-03-08T01:30:00+00:00'],
  age: ['1:30', 5400],
  state: ['cleaned', 'cleaned'],
  materials: [
    ['bronze', 'jade'],
    ['jade', 'bronze'],
  ],
  correspondence: ['Wei.Zhang@Hengyue.EXAMPLE', 'Wei.Zhang@hengyue.example'],
  telephone: ['+86 138-0013-8000', '+86 138-0013-8000'],
  page: ['hengyue.example/四羊', 'https://hengyue.example/%E5%9B%9B%E7%BE%8A'],
  origin: [
    { city: '长沙', country: 'CN', street: '' },
    { city: '长沙', country: 'CN' },
  ],
  spot: ['28.2, 112.9', { latitude: 28.2, longitude: 112.9 }],
  notes: [{ a: [1, '二', null] }, { a: [1, '二', null] }],
  secret: ['内部', '内部'],
  fixed: ['首次登记', '首次登记'],
};

describe('every field type through HTTP', () => {
  let product: Product;
  let meta: ObjectMeta;
  let record: Record<string, unknown>;
  let other = '';

  before(async () => {
    product = await startProduct({ more: [museum] });
    const cabinet = (await product.ask('POST', '/api/records/cabinet', { name: '东厅' })).body.id;
    const me = (await product.ask('GET', '/api/me')).body.id;
    const sent = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value]));
    const references = { cabinet, kin: [cabinet], about: { object: 'cabinet', id: cabinet }, finder: me };
    const made = await product.ask('POST', '/api/records/specimen', { ...sent, ...references });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    record = made.body;
    other = (await product.ask('POST', '/api/records/specimen', { name: '无' })).body.id;
    meta = (await product.ask('GET', '/api/meta')).body.objects.find(
      ({ name }: ObjectMeta) => name === 'specimen',
    );
    assert.deepEqual([record.cabinet, record.kin, record.finder], [cabinet, [cabinet], me]);
  });

  const where = async (condition: object) => {
    const query = encodeURIComponent(JSON.stringify(condition));
    const { status, body } = await product.ask('GET', `/api/records/specimen?where=${query}&select=id`);
    assert.equal(status, 200, JSON.stringify([condition, body]));
    return body.records.map(({ id }: { id: string }) => id);
  };

  it('comes back in its one form: created, read, listed and exported alike', async () => {
    for (const [name, [, shown]] of Object.entries(values)) assert.deepEqual(record[name], shown, name);
    const read = (await product.ask('GET', `/api/records/specimen/${record.id}`)).body;
    const listed = (await product.ask('GET', '/api/records/specimen?sort=createdAt&limit=1')).body.records[0];
    assert.deepEqual({ ...read, ...record }, read);
    assert.deepEqual(listed, record);
    const csv = await product.ask('GET', '/api/records/specimen/export?format=csv&headers=names');
    const header = String(csv.body).split(/\r?\n/)[0] ?? '';
    for (const name of ['name', 'price', 'found', 'catalogued', 'title'])
      assert.ok(header.includes(name), `${name} in ${header}`);
  });

  it('is what it was when it is sent back as read', async () => {
    const { title, perPiece, costly, shelf, number, fixed, ...writable } = record;
    const again = await product.ask('PATCH', `/api/records/specimen/${record.id}`, writable);
    assert.deepEqual([again.status, again.body.version], [200, 1], JSON.stringify(again.body));
    assert.deepEqual([title, perPiece, costly, shelf], ['四羊方尊 · 藏-0007', '0.8754', true, '东厅']);
    assert.match(String(number), /^M-\d{4}-00001$/);
    for (const [name, value] of Object.entries({ title, number, fixed })) {
      const refused = await product.ask('PATCH', `/api/records/specimen/${record.id}`, { [name]: value });
      assert.deepEqual([refused.status, refused.body.errors[0].code], [422, 'readOnly'], name);
    }
  });

  it('is found by its value, by its absence, and stands first or last in order', async () => {
    for (const field of meta.fields) {
      const { name, operators, sortable } = field;
      const value = record[name];
      const ours = String(record.id);
      if (operators.includes('eq')) assert.ok((await where({ [name]: value })).includes(ours), `${name} eq`);
      if (operators.includes('in')) {
        const list = Array.isArray(value) ? value : [value];
        assert.ok((await where({ [name]: { in: list } })).includes(ours), `${name} in`);
      }
      if (operators.includes('contains') && typeof value === 'string')
        assert.ok(
          (await where({ [name]: { contains: value.slice(1, 4) } })).includes(ours),
          `${name} contains`,
        );
      if (operators.includes('gte'))
        assert.ok((await where({ [name]: { gte: value } })).includes(ours), `${name} gte`);
      if (operators.includes('isNull') && name in values && name !== 'name' && name !== 'state') {
        assert.deepEqual(await where({ [name]: { isNull: true } }), [other], `${name} isNull`);
        assert.deepEqual(await where({ [name]: { isNull: false } }), [ours], `${name} not null`);
      }
      for (const sort of [name, `-${name}`]) {
        const { status, body } = await product.ask(
          'GET',
          `/api/records/specimen?sort=${sort}&select=${name}`,
        );
        assert.equal(status, sortable ? 200 : 422, `${sort} ${JSON.stringify(body)}`);
        if (sortable && name in values && !['name', 'state'].includes(name))
          assert.equal(body.records[0].id, ours, `empty ones stand last by ${sort}`);
      }
    }
  });

  it('is emptied by null and by nothing', async () => {
    for (const empty of [null, ''])
      for (const name of Object.keys(values).filter((one) => !['name', 'fixed', 'state'].includes(one))) {
        const { status, body } = await product.ask('PATCH', `/api/records/specimen/${other}`, {
          [name]: empty,
        });
        assert.deepEqual([status, body[name]], [200, null], `${name} ${JSON.stringify(body)}`);
      }
    const nameless = await product.ask('PATCH', `/api/records/specimen/${other}`, { name: ' ' });
    assert.deepEqual([nameless.status, nameless.body.errors[0].code], [422, 'required']);
  });

  it('moves from state to state only as declared', async () => {
    const field = product.registry.objects.get('specimen')?.fields.get('state');
    const states = (field?.choices ?? []).map(({ value }) => value);
    for (const from of states)
      for (const to of states) {
        const { id } = (await product.ask('POST', '/api/records/specimen', { name: '瓷片', state: from }))
          .body;
        const { status, body } = await product.ask('PATCH', `/api/records/specimen/${id}`, { state: to });
        const allowed = from === to || field?.transitions?.[from]?.includes(to);
        assert.equal(status, allowed ? 200 : 422, `${from} → ${to}`);
        if (!allowed)
          assert.deepEqual([body.errors[0].field, body.errors[0].code], ['state', 'notAllowedMove']);
      }
  });
});

describe('every object', () => {
  it('asks for what it requires, and its state machines name states that there are', async () => {
    const { ask, registry } = await startProduct();
    for (const object of registry.objects.values()) {
      for (const [name, { transitions, choices = [] }] of object.fields) {
        const states = choices.map(({ value }) => value);
        for (const [from, next] of Object.entries(transitions ?? {}))
          for (const state of [from, ...next])
            assert.ok(states.includes(state), `${object.name}.${name} ${state}`);
      }
      const { status, body } = await ask('POST', `/api/records/${object.name}`, {});
      if (object.declaration.unites !== undefined) {
        assert.equal(status, 403, object.name);
        continue;
      }
      const asked = [...object.fields].filter(
        ([, field]) => field.required && field.default === undefined && field.type !== 'autoNumber',
      );
      const complained: readonly string[] = (body.errors ?? []).map(({ field }: { field: string }) => field);
      const silent = asked.map(([name]) => name).filter((name) => !complained.includes(name));
      const filled = object.declaration.derive !== undefined || object.guard?.complete !== undefined;
      if (!filled) assert.deepEqual(silent, [], object.name);
      assert.equal(status, asked.length > 0 && !filled ? 422 : status, object.name);
    }
  });
});
