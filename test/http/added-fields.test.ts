import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { modules, people } from '#main/modules.ts';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

describe('CUS-03 fields that a company adds', () => {
  let product: Product;
  let ask: Asking;
  let account = '';

  before(async () => {
    product = await startProduct();
    ({ ask } = product);
    account = (await ask('POST', '/api/records/account', { name: '星河贸易' })).body.id;
  });

  const add = (values: object): Promise<Answer> =>
    ask('POST', '/api/records/customField', { object: 'account', ...values });
  const added = async (values: object) => {
    const { status, body } = await add(values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const change = (id: string, values: object) => ask('PATCH', `/api/records/customField/${id}`, values);
  const refused = ({ status, body }: Answer) => {
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
  };
  const metaOf = async (asking = ask, object = 'account') =>
    (await asking('GET', '/api/meta')).body.objects.find(({ name }: { name: string }) => name === object);
  const fieldOf = async (name: string, asking = ask) =>
    (await metaOf(asking))?.fields.find((field: { name: string }) => field.name === name);

  it('are there at once: in what the client knows, on the record page, in the API’s description', async () => {
    const { name } = await added({
      type: 'choice',
      labelZh: '客户等级',
      labelEn: 'Level',
      helpZh: '由年采购额决定',
      choices: [
        { value: 'gold', color: 'amber', zh: '金牌', en: 'Gold', names: ['A级'] },
        { value: 'silver', color: 'grey', zh: '银牌', en: 'Silver' },
      ],
    });
    assert.equal(name, 'level_c');
    const field = await fieldOf(name);
    assert.deepEqual(
      [field.label, field.help, field.added, field.choices[0].label, field.operators.includes('in')],
      ['客户等级', '由年采购额决定', true, '金牌', true],
    );
    const { sections } = (await metaOf()).page;
    assert.deepEqual(sections.at(-1), { name: 'more', label: '更多信息', fields: [name] });
    const schema = (await ask('GET', '/api/openapi.json')).body.components.schemas.Account.properties[name];
    assert.ok(JSON.stringify(schema).includes('"gold"'));
    const plain = (await product.as({})('GET', '/api/openapi.json')).body.components.schemas.Account;
    assert.ok(!(name in plain.properties), 'strangers are told what every company has');
    const { body } = await ask('PATCH', `/api/records/account/${account}`, { [name]: 'gold' });
    assert.equal(body[name], 'gold');
    const groups = await ask('GET', `/api/records/account/aggregate?groupBy=${name}&measures=count`);
    assert.deepEqual(groups.body.groups, [{ [name]: 'gold', count: 1 }]);
  });

  it('SAL-02 lead from a record to others of its object, and where that is asked for never in a circle', async () => {
    const own = { type: 'manyToMany', target: 'account' };
    const { name } = await added({ labelEn: 'After', ...own, acyclic: true });
    const related = (await added({ labelEn: 'Related', ...own })).name;
    assert.deepEqual(
      [(await fieldOf(name)).acyclic, (await fieldOf(related)).acyclic, (await fieldOf('parent')).acyclic],
      [true, undefined, true],
    );
    const id = (await ask('POST', '/api/records/account', { name: '云山贸易', [name]: [account] })).body.id;
    const circle = (field: string) => ask('PATCH', `/api/records/account/${account}`, { [field]: [id] });
    assert.deepEqual(refused(await circle(name)), [`${name} circle`]);
    assert.equal((await circle(related)).status, 200);
    const elsewhere = { ...own, labelEn: 'Others', target: 'contact', acyclic: true };
    assert.deepEqual(refused(await add(elsewhere)), ['acyclic notForThisType']);
    assert.deepEqual(refused(await add({ type: 'text', labelEn: 'Words', acyclic: true })), [
      'acyclic notForThisType',
    ]);
  });

  it('take their name from what is given, from the English label or from the sound of the Chinese one', async () => {
    const text = async (values: object) => (await added({ type: 'text', ...values })).name;
    assert.equal(await text({ labelEn: 'Credit line', labelZh: '授信' }), 'creditLine_c');
    assert.equal(await text({ labelZh: '授信' }), 'shouXin_c');
    assert.equal(await text({ labelEn: 'Credit line' }), 'creditLine2_c');
    assert.equal(await text({ labelEn: '2nd contact' }), 'field2ndContact_c');
    assert.equal(await text({ name: 'region', labelEn: 'Region' }), 'region_c');
    assert.equal(await text({ labelZh: '😀' }), 'field_c');
    assert.equal(
      (await fieldOf(await text({}))).label,
      'field2_c',
      'called by its name until somebody labels it',
    );
  });

  it('cannot be called what would hurt, whatever is tried', async () => {
    for (const name of ['x"; drop table "account"; --', 'Région', 'a_b', '1a', 'id; --', 'a'.repeat(39)])
      assert.deepEqual(
        refused(await add({ type: 'text', name, labelEn: 'X' })),
        ['name notAFieldName'],
        name,
      );
    const labels = await added({ type: 'text', labelEn: `'; drop schema ws_main; -- <img src=x onerror=1>` });
    assert.match(labels.name, /^[a-zA-Z\d]+_c$/);
    for (const name of ['id', 'version', 'deletedAt', 'search', 'name'])
      assert.equal((await added({ type: 'text', name, labelEn: name })).name, `${name}_c`);
    assert.deepEqual(refused(await add({ type: 'text', labelZh: 'x', object: 'nothing' })), [
      'object notAChoice',
    ]);
    assert.deepEqual(refused(await add({ type: 'text', labelZh: 'x', object: 'customField' })), [
      'object noSuchObject',
    ]);
  });

  it('are refused with the part that does not fit', async () => {
    const label = { labelEn: 'Odd' };
    assert.deepEqual(refused(await add({ ...label, type: 'choice' })), ['choices required']);
    const value = (one: object) => add({ ...label, type: 'choice', choices: [{ value: 'a' }, one] });
    assert.deepEqual(refused(await value({ value: 'A' })), ['choices.1.value notUnique']);
    assert.deepEqual(refused(await value({ value: '<b>' })), ['choices.1.value notAChoiceName']);
    assert.deepEqual(refused(await value({ value: 'b', color: 'pink' })), ['choices.1.color notAChoice']);
    const many = Array.from({ length: 501 }, (_, index) => ({ value: `v${index}` }));
    assert.deepEqual(refused(await add({ ...label, type: 'choice', choices: many })), ['choices tooMany']);
    assert.deepEqual(refused(await add({ ...label, type: 'boolean', unique: true })), [
      'unique notForThisType',
    ]);
    assert.deepEqual(refused(await add({ ...label, type: 'reference' })), ['target required']);
    assert.deepEqual(refused(await add({ ...label, type: 'integer', default: 'many' })), [
      'default notNumber',
    ]);
    assert.deepEqual(refused(await add({ ...label, type: 'decimal', scale: 9 })), ['scale outOfRange']);
    assert.deepEqual(refused(await add({ ...label, type: 'autoNumber', format: 'C-{year}' })), [
      'format notANumberFormat',
    ]);
    assert.deepEqual(refused(await add({ ...label, type: 'text', requiredWhen: { nothing: 1 } })), [
      'requiredWhen unknownField',
    ]);
  });

  it('keep their type and name, and change their labels freely', async () => {
    const { id, name } = await added({ type: 'text', labelEn: 'Motto' });
    assert.deepEqual(refused(await change(id, { name: 'other_c', type: 'integer' })), [
      'name readOnly',
      'type readOnly',
    ]);
    assert.equal((await change(id, { labelZh: '座右铭' })).status, 200);
    assert.equal((await fieldOf(name)).label, '座右铭');
  });

  it('are required of new records, and of old ones once the field is touched', async () => {
    const { id, name } = await added({ type: 'text', labelZh: '税号', object: 'contact' });
    const old = (await ask('POST', '/api/records/contact', { lastName: '欧阳' })).body.id;
    const { body } = await ask('GET', `/api/fields/${id}/consequences`);
    assert.deepEqual(body, { filled: 0, lacking: 1, dependents: [] });
    assert.equal((await change(id, { required: true })).status, 200);
    assert.deepEqual(refused(await ask('POST', '/api/records/contact', { lastName: '司马' })), [
      `${name} required`,
    ]);
    assert.equal((await ask('PATCH', `/api/records/contact/${old}`, { firstName: '明' })).status, 200);
    await ask('PATCH', `/api/records/contact/${old}`, { [name]: '91110000' });
    assert.deepEqual(refused(await ask('PATCH', `/api/records/contact/${old}`, { [name]: '' })), [
      `${name} required`,
    ]);
    await change(id, { required: false });
  });

  it('are required when a condition holds, and only then', async () => {
    const { name } = await added({
      ...{ type: 'text', labelZh: '海关编码', object: 'contact' },
      requiredWhen: { firstName: { eq: '出口' } },
    });
    const post = (values: object) => ask('POST', '/api/records/contact', { lastName: '王', ...values });
    assert.equal((await post({})).status, 201);
    assert.deepEqual(refused(await post({ firstName: '出口' })), [`${name} required`]);
    const { body } = await post({ firstName: '出口', [name]: '8471' });
    assert.deepEqual(refused(await ask('PATCH', `/api/records/contact/${body.id}`, { [name]: null })), [
      `${name} required`,
    ]);
  });

  it('become unique only when no value repeats, naming those that do, and stop being it', async () => {
    const { id, name } = await added({ type: 'text', labelZh: '合同号', object: 'contact' });
    const post = (value: string) => ask('POST', '/api/records/contact', { lastName: '李', [name]: value });
    const twin = (await post('HT-1')).body.id;
    await post('HT-1');
    const answer = await change(id, { unique: true });
    assert.deepEqual(refused(answer), ['unique valuesRepeat']);
    assert.match(answer.body.errors[0].message, /HT-1/);
    await ask('PATCH', `/api/records/contact/${twin}`, { [name]: 'HT-2' });
    assert.equal((await change(id, { unique: true })).status, 200);
    assert.deepEqual(refused(await post('HT-2')), [`${name} notUnique`]);
    assert.equal((await change(id, { unique: false })).status, 200);
    assert.equal((await post('HT-2')).status, 201);
  });

  it('take further choices, and give up only those that no record holds', async () => {
    const [one, two, three] = ['a', 'b', 'c'].map((value) => ({ value, color: 'blue' }));
    const { id, name } = await added({ type: 'multiChoice', labelZh: '标签', choices: [one, two] });
    await ask('PATCH', `/api/records/account/${account}`, { [name]: ['a', 'b'] });
    const answer = await change(id, { choices: [one, three] });
    assert.deepEqual(refused(answer), ['choices choiceInUse']);
    assert.match(answer.body.errors[0].message, /1/);
    assert.equal((await change(id, { choices: [one, two, three] })).status, 200);
    await ask('PATCH', `/api/records/account/${account}`, { [name]: ['a', 'c'] });
    assert.equal((await change(id, { choices: [one, three] })).status, 200);
    assert.deepEqual((await ask('GET', `/api/records/account/${account}`)).body[name], ['a', 'c']);
  });

  it('are put away with their values, come back with them, and keep their name meanwhile', async () => {
    const { id, name } = await added({ type: 'money', labelZh: '授信额度' });
    await ask('PATCH', `/api/records/account/${account}`, { [name]: '5,000' });
    await ask('DELETE', `/api/records/customField/${id}`);
    assert.equal(await fieldOf(name), undefined);
    assert.ok(!(name in (await ask('GET', `/api/records/account/${account}`)).body));
    assert.equal((await ask('GET', `/api/records/account?select=${name}`)).status, 422);
    assert.deepEqual(refused(await add({ type: 'text', name, labelZh: '额度' })), ['name nameIsPutAway']);
    await ask('POST', `/api/records/customField/${id}/restore`);
    const { body } = await ask('GET', `/api/records/account/${account}`);
    assert.deepEqual(body[name], { amount: '5000.00', currency: 'CNY' });
  });

  it('are deleted for good only after that, with what hangs on them told before', async () => {
    const { id, name } = await added({ type: 'integer', labelZh: '评分', object: 'contact' });
    const rollup = { object: 'contact', by: 'account', measure: 'sum', field: name };
    await ask('POST', '/api/records/contact', { lastName: '赵', account, [name]: 7 });
    const sum = await added({ type: 'rollup', labelZh: '总评分', rollup });
    const parent = `/api/records/account/${account}?select=${sum.name}`;
    assert.equal((await ask('GET', parent)).body[sum.name], '7.00');
    const among = (where: object) => change(sum.id, { rollup: { ...rollup, where } });
    assert.equal((await among({ [name]: { gt: 7 } })).status, 200);
    assert.equal((await ask('GET', parent)).body[sum.name], '0.00', 'a record that is not meant was summed');
    assert.deepEqual(refused(await among({ nothing: 1 })), ['rollup.where unknownField']);
    const largest = await change(sum.id, { rollup: { ...rollup, measure: 'max' } });
    assert.deepEqual(refused(largest), ['rollup.measure readOnly']);
    await among({ [name]: 7 });
    const { body } = await ask('GET', `/api/fields/${id}/consequences`);
    assert.equal(body.filled, 1);
    assert.deepEqual(body.dependents, [{ kind: 'field', name: sum.name, label: '总评分' }]);
    assert.deepEqual(refused(await ask('DELETE', `/api/fields/${id}`)), ['name putAwayFirst']);
    await ask('DELETE', `/api/records/customField/${id}`);
    assert.equal(await fieldOf(sum.name), undefined, 'what reads it is not shown while it is away');
    const { faults } = (await ask('GET', '/api/fields/faults')).body;
    assert.deepEqual([faults[0].id, faults[0].errors[0].field], [sum.id, 'rollup.field']);
    assert.equal((await ask('DELETE', `/api/fields/${id}`)).status, 204);
    assert.equal((await ask('POST', `/api/records/customField/${id}/restore`)).status, 404);
    const again = await added({ type: 'text', labelZh: '评分', object: 'contact' });
    assert.equal(again.name, name);
    const found = await ask(
      'GET',
      `/api/records/contact?where=${JSON.stringify({ [name]: { isNull: false } })}`,
    );
    assert.deepEqual(found.body.records, [], 'a new field of the old name begins empty');
  });

  it('are found by search and by their names in files, when the company wants it', async () => {
    const { name } = await added({ type: 'text', labelZh: '旧名称', searchable: true });
    await ask('PATCH', `/api/records/account/${account}`, { [name]: '长风机械厂' });
    const { body } = await ask('GET', `/api/search?q=${encodeURIComponent('changfeng')}`);
    assert.ok(JSON.stringify(body).includes(account));
  });

  it('go on being found after an upgrade that makes all words anew', async () => {
    const { name } = await added({ type: 'text', labelZh: '别名', searchable: true });
    await ask('PATCH', `/api/records/account/${account}`, { [name]: '青莲居士' });
    const team = (await ask('POST', '/api/records/team', { name: '蜀道小组' })).body.id;
    const motto = await added({ object: 'team', type: 'text', labelZh: '口号', searchable: true });
    await ask('PATCH', `/api/records/team/${team}`, { [motto.name]: '难于上青天' });
    const found = async (q: string) =>
      JSON.stringify((await ask('GET', `/api/search?q=${encodeURIComponent(q)}`)).body);
    const { rows } = await product.pool.query(
      `update ws_main.declared set search = 'of the version before' where search <> '' returning object`,
    );
    assert.ok(rows.length > 2);
    for (const time of ['the upgrade', 'the next start']) {
      const next = await createApplication({
        ...{ pool: product.pool, registry: compose(modules, people), secret: 's'.repeat(40) },
        baseUrl: 'http://127.0.0.1:3000',
      });
      await next.close();
      assert.ok((await found('青莲居士')).includes(account), time);
      assert.ok((await found('上青天')).includes(team), time);
      assert.ok((await found('蜀道小组')).includes(team), time);
      const { rows: columns } = await product.pool.query(
        `select count("searchName")::int as named, count(*)::int as all from ws_main.team`,
      );
      assert.equal(columns[0].named, columns[0].all, time);
    }
  });

  it('are hidden from roles, or only read, as rights say of every field', async () => {
    const seller = await product.colleague({
      ...{ name: '周航', email: 'zhou@hengyue.example', roles: ['salesRepresentative'] },
    });
    const { name: secret } = await added({ type: 'integer', labelZh: '底价' });
    const { name: fixed } = await added({ type: 'integer', labelZh: '信用分' });
    const role = { role: 'salesRepresentative', object: 'account' };
    const fields = { [secret]: 'hidden', [fixed]: 'read' };
    assert.equal((await ask('POST', '/api/records/roleRight', { ...role, fields })).status, 201);
    assert.equal(await fieldOf(secret, seller), undefined);
    assert.equal((await fieldOf(fixed, seller)).readOnly, true);
    const own = (await seller('POST', '/api/records/account', { name: '周航的客户' })).body;
    assert.ok(fixed in own && !(secret in own));
    assert.deepEqual(refused(await seller('PATCH', `/api/records/account/${own.id}`, { [fixed]: 1 })), [
      `${fixed} forbiddenField`,
    ]);
    const history = `/api/records/account/${own.id}/timeline?fields=`;
    assert.deepEqual(refused(await seller('GET', history + secret)), [`${secret} unknownField`]);
    for (const [method, url] of [
      ['POST', '/api/records/customField'],
      ['GET', '/api/records/customField'],
      ['GET', '/api/fields/faults'],
    ] as const)
      assert.equal((await seller(method, url, method === 'POST' ? {} : undefined)).status, 403, url);
  });

  it('tell for one field who changed it when, from what, to what', async () => {
    const { name } = await added({ type: 'money', labelZh: '预算' });
    for (const amount of ['100', '250'])
      await ask('PATCH', `/api/records/account/${account}`, { [name]: amount, name: `星河 ${amount}` });
    const { body } = await ask('GET', `/api/records/account/${account}/timeline?fields=${name}`);
    assert.deepEqual(
      body.entries.map(({ actor, changes, at }: { actor: { name: string }; changes: object; at: string }) => [
        ...[actor.name, Number.isNaN(Date.parse(at)), changes],
      ]),
      [
        ['250.00', '100.00'],
        ['100.00', undefined],
      ].map(([now, then]) => [
        ...['林晓彤', false],
        [
          {
            ...{ field: name, label: '预算' },
            old: then === undefined ? null : { amount: then, currency: 'CNY' },
            new: { amount: now, currency: 'CNY' },
          },
        ],
      ]),
    );
  });

  it('of one name added by two at once are one, and those of many at once are all there', async () => {
    const both = await Promise.all([1, 2].map(() => add({ type: 'date', name: 'founded', labelZh: '成立' })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422]);
    const names = Array.from({ length: 8 }, (_, index) => `rush${index}`);
    const writing = Array.from({ length: 10 }, (_, index) =>
      ask('POST', '/api/records/account', { name: `同时 ${index}` }),
    );
    const all = await Promise.all([
      ...names.map((name) => add({ type: 'text', name, labelEn: name, unique: true })),
      ...writing,
    ]);
    assert.deepEqual([...new Set(all.map(({ status }) => status))], [201]);
    for (const name of names) assert.ok(await fieldOf(`${name}_c`), name);
  });

  it('are known to every server of a cluster at once', async () => {
    const other = await createApplication({
      ...{ pool: product.pool, registry: compose(modules, people), secret: 's'.repeat(40) },
      baseUrl: 'http://127.0.0.1:3000',
    });
    try {
      const there: Asking = Object.assign(
        async (method: string, url: string, payload?: unknown) => {
          const answer = await other.inject({
            ...{ method: method as 'GET', url, headers: ask.headers },
            ...(payload !== undefined && { payload: payload as object }),
          });
          return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
        },
        { headers: ask.headers },
      ) as Asking;
      assert.equal(await fieldOf('elsewhere_c', there), undefined);
      await added({ type: 'text', name: 'elsewhere', labelZh: '他处' });
      const made = await there('POST', '/api/records/account', { name: '远方', elsewhere_c: '在' });
      assert.deepEqual([made.status, made.body.elsewhere_c], [201, '在']);
      const read = await ask('GET', `/api/records/account/${made.body.id}`);
      assert.equal(read.body.elsewhere_c, '在');
    } finally {
      await other.close();
    }
  });
});
