import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

type Json = Readonly<Record<string, unknown>>;

describe('ADM-05 choices that are offered while a condition holds', () => {
  const choices = (...values: string[]) => values.map((value) => ({ value, color: 'blue' }));
  const refusedAs = ({ status, body }: Answer) => {
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors.map(({ field, message }: Json) => `${field}: ${message}`);
  };
  const account = (values: Json, asking: Asking = ask) =>
    asking('POST', '/api/records/account', { name: '西山电子', ...values });
  const change = (id: unknown, values: Json, asking: Asking = ask) =>
    asking('PATCH', `/api/records/account/${id}`, values);
  const made = async (object: string, values: object) => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const refused = ({ status, body }: Answer) => {
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors.map(({ field, code }: Json) => `${field} ${code}`);
  };
  let product: Product;
  let ask: Asking;
  let matrix: Json;
  let mei: Asking;

  before(async () => {
    product = await startProduct();
    ({ ask } = product);
    mei = await product.colleague({
      ...{ name: '梅', email: 'mei@hengyue.example', roles: ['salesRepresentative'] },
    });
    const field = { object: 'account', type: 'choice' };
    await made('customField', {
      ...{ ...field, name: 'city', labelZh: '城市', labelEn: 'City' },
      choices: choices('beijing', 'shanghai', 'other'),
    });
    await made('customField', {
      ...{ ...field, name: 'district', labelZh: '区', labelEn: 'District' },
      choices: [
        { value: 'haidian', color: 'blue', zh: '海淀区', en: 'Haidian' },
        { value: 'pudong', color: 'blue', zh: '浦东新区', en: 'Pudong' },
        { value: 'suburbs', color: 'grey', zh: '郊区', en: 'Suburbs' },
      ],
    });
    await made('customField', {
      ...{ ...field, type: 'multiChoice', name: 'services', labelZh: '服务' },
      choices: choices('visit', 'night', 'parts'),
    });
  });

  it('are refused with what decides and what is offered instead, in the reader’s language', async () => {
    const { id: older } = (await account({ city_c: 'shanghai', district_c: 'haidian' })).body;
    matrix = await made('validationRule', {
      ...{ object: 'account', name: '区随城市', effect: 'offered', affects: ['district_c'] },
      ...{ condition: 'city_c', offers: { beijing: ['haidian'], shanghai: ['pudong'] } },
    });
    assert.deepEqual(refusedAs(await account({ city_c: 'shanghai', district_c: 'haidian' })), [
      'district_c: “海淀区”与当前的“城市”不符，可选：浦东新区、郊区',
    ]);
    assert.deepEqual(refusedAs(await account({ district_c: 'pudong' })), [
      'district_c: “浦东新区”与当前的“城市”不符，可选：郊区',
    ]);
    await ask('PATCH', '/api/me', { locale: 'en' });
    assert.deepEqual(refusedAs(await account({ city_c: 'beijing', district_c: 'pudong' })), [
      'district_c: “Pudong” does not go with City as it is now; offered: Haidian, Suburbs',
    ]);
    await ask('PATCH', '/api/me', { locale: 'zh-CN' });
    const { body } = await account({ city_c: 'beijing', district_c: 'haidian' });
    assert.equal((await account({ city_c: 'other', district_c: 'suburbs' })).status, 201, 'no rule names it');
    assert.deepEqual(refused(await change(body.id, { city_c: 'shanghai' })), ['district_c notOfferedWith']);
    const both = await change(body.id, { city_c: 'shanghai', district_c: 'pudong' });
    assert.equal(both.status, 200, JSON.stringify(both.body));
    assert.equal((await change(body.id, { city_c: 'beijing', district_c: null })).status, 200);
    assert.equal((await change(older, { phone: '021-1' })).body.district_c, 'haidian', 'what is there stays');
    assert.deepEqual(refused(await change(older, { city_c: 'other' })), ['district_c notOfferedWith']);
  });

  it('are refused at every door: many at once, bulk changes and merges', async () => {
    const several = [{ name: '甲' }, { name: '乙', city_c: 'beijing', district_c: 'pudong' }];
    assert.deepEqual(refused(await ask('POST', '/api/records/account', several)), [
      '1.district_c notOfferedWith',
    ]);
    const { id } = (await account({ name: '东湖光电', city_c: 'beijing', district_c: 'haidian' })).body;
    const bulk = await ask('POST', '/api/bulk/preview', {
      ...{ object: 'account', where: { id }, do: 'update', values: { district_c: 'pudong' } },
    });
    assert.match(JSON.stringify(bulk.body), /浦东新区.*不符/, JSON.stringify(bulk.body));
    const other = (await account({ name: '东湖光电科技', city_c: 'shanghai', district_c: 'pudong' })).body;
    const merge = (values: object) =>
      ask('POST', `/api/records/account/${id}/merge`, { with: [other.id], values });
    assert.deepEqual(refused(await merge({ district_c: 'pudong' })), ['district_c notOfferedWith']);
    const merged = await merge({ city_c: 'shanghai', district_c: 'pudong' });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
  });

  it('of several, those that stood there may stay until what decides changes', async () => {
    const { id } = (await account({ city_c: 'other', services_c: ['night'] })).body;
    await made('validationRule', {
      ...{ object: 'account', name: '夜间服务', effect: 'offered', affects: ['services_c'] },
      ...{ condition: 'city_c = "beijing" or owner != me()', offers: ['night'] },
    });
    assert.deepEqual((await change(id, { services_c: ['night', 'visit'] })).body.services_c, [
      'visit',
      'night',
    ]);
    assert.deepEqual(refused(await change(id, { city_c: 'shanghai' })), ['services_c notOfferedWith']);
    const other = (await account({ city_c: 'other', services_c: ['parts'] })).body;
    assert.deepEqual(refused(await change(other.id, { services_c: ['parts', 'night'] })), [
      'services_c notOfferedWith',
    ]);
    assert.equal((await change(other.id, { services_c: ['night'], city_c: 'beijing' })).status, 200);
  });

  it('leave a new record without a start that is not offered', async () => {
    await made('validationRule', {
      ...{ object: 'task', name: '普通仅限待办', effect: 'offered', affects: ['priority'] },
      ...{ condition: 'dueAt = empty', offers: ['normal'] },
    });
    const start = await made('task', { subject: '无期限' });
    assert.equal(start.priority, 'normal');
    const due = await ask('POST', '/api/records/task', { subject: '有期限', dueAt: '2026-12-01T01:00:00Z' });
    assert.notEqual(due.body.priority, 'normal', JSON.stringify(due.body));
  });

  it('are known to clients as far as these may see what decides, and to no one else', async () => {
    const known = async (asking: Asking) => {
      const { objects } = (await asking('GET', '/api/meta')).body;
      const { fieldRules = [] } = objects.find(({ name }: Json) => name === 'account');
      return fieldRules.filter(({ effect }: Json) => effect === 'offered');
    };
    const [row] = await known(ask);
    assert.deepEqual([row.fields, row.values, row.when.call], [['district_c'], ['haidian'], 'eq']);
    assert.ok((await known(mei)).length >= 2);
    await made('roleRight', {
      ...{ role: 'salesRepresentative', object: 'account' },
      fields: { city_c: 'hidden' },
    });
    assert.deepEqual(await known(mei), []);
    const told = refusedAs(await account({ district_c: 'pudong' }, mei));
    assert.deepEqual(told, ['district_c: 此记录目前不能选择“浦东新区”']);
  });

  it('a rule that cannot be is refused where it is wrong', async () => {
    const wrong = async (values: Json) =>
      refused(
        await ask('POST', '/api/records/validationRule', {
          ...{ object: 'account', name: 'x', effect: 'offered', affects: ['district_c'] },
          ...{ condition: 'city_c', offers: { beijing: ['haidian'] } },
          ...values,
        }),
      );
    assert.deepEqual(await wrong({ affects: ['name'] }), ['affects withoutChoices']);
    assert.deepEqual(await wrong({ affects: ['district_c', 'services_c'] }), ['affects tooMany']);
    assert.deepEqual(await wrong({ affects: 7 }), ['affects required']);
    assert.deepEqual(await wrong({ offers: null, condition: 'true' }), ['offers required']);
    assert.deepEqual(await wrong({ offers: {} }), ['offers required']);
    assert.deepEqual(await wrong({ offers: { beijing: 'haidian' } }), ['offers notAList']);
    assert.deepEqual(await wrong({ offers: { beijing: ['nowhere'] } }), ['offers notAChoice']);
    assert.deepEqual(await wrong({ offers: { moon: ['haidian'] } }), ['offers notAChoice']);
    assert.deepEqual(await wrong({ condition: 'district_c' }), ['condition notByChoices']);
    assert.deepEqual(await wrong({ condition: 'name' }), ['condition notByChoices']);
    assert.deepEqual(await wrong({ condition: 'owner.name = "x"', offers: ['haidian'] }), [
      'condition onlyOwnValues',
    ]);
    assert.deepEqual(await wrong({ effect: 'required', condition: 'true' }), ['offers onlyWithOffered']);
  });

  it('what names a choice is told before it goes, and it comes back as it was', async () => {
    const where = encodeURIComponent('{"object":"account","name":"city_c"}');
    const [city] = (await ask('GET', `/api/records/customField?where=${where}`)).body.records;
    await made('savedView', {
      ...{ name: '北京客户', object: 'account', kind: 'table' },
      settings: { where: { or: [{ city_c: { in: ['beijing'] } }, { name: 'x' }] } },
    });
    await made('savedView', {
      ...{ name: '北京联系人', object: 'contact', kind: 'table' },
      settings: { where: { 'account.city_c': 'Beijing' } },
    });
    await made('savedView', {
      ...{ name: '名为北京', object: 'account', kind: 'table' },
      settings: { where: { name: 'beijing' }, columns: ['city_c'] },
    });
    await made('customField', {
      ...{ object: 'account', type: 'formula', name: 'north', labelZh: '北方' },
      expression: 'if(city_c = "beijing", 1, 0)',
    });
    await made('webhook', {
      ...{ name: '北京推送', address: 'https://beijing.example/hook', active: false },
      topics: [{ object: 'account', kinds: ['created'], where: { city_c: 'beijing' } }],
    });
    await made('automation', {
      ...{ name: '默认北京', object: 'contact', trigger: { on: 'created' }, active: false },
      steps: [{ key: 'a', do: 'update', through: 'account', values: { city_c: 'beijing' } }],
    });
    const consequences = (choice: string, of = 'account', field = 'city_c') =>
      ask('GET', `/api/choices/consequences?object=${of}&field=${field}&choices=${choice}`);
    const { body } = await consequences('beijing');
    assert.ok(body.filled > 0);
    const named = Object.fromEntries(
      body.dependents.map(({ name, examples }: Json) => [name, (examples as string[]).toSorted()]),
    );
    assert.deepEqual(named, {
      automation: ['默认北京'],
      customField: ['北方'],
      savedView: ['北京客户', '北京联系人'],
      validationRule: ['区随城市', '夜间服务'],
      webhook: ['北京推送'],
    });
    const less = choices('shanghai', 'other');
    const gone = await ask('PATCH', `/api/records/customField/${city.id}`, { choices: less });
    assert.equal(gone.status, 422, 'records hold it');
    // A rule in which a choice has gone goes on with the others.
    const districts = encodeURIComponent('{"object":"account","name":"district_c"}');
    const [district] = (await ask('GET', `/api/records/customField?where=${districts}`)).body.records;
    const { filled, dependents } = (await consequences('suburbs', 'account', 'district_c')).body;
    assert.deepEqual([filled > 0, dependents], [true, []]);
    const more = [...district.choices, { value: 'minhang', color: 'red' }];
    const field = `/api/records/customField/${district.id}`;
    assert.equal((await ask('PATCH', field, { choices: more })).status, 200);
    const rule = `/api/records/validationRule/${matrix.id}`;
    const offers = { beijing: ['haidian'], shanghai: ['pudong', 'minhang'] };
    assert.equal((await ask('PATCH', rule, { offers })).status, 200);
    assert.deepEqual((await consequences('minhang', 'account', 'district_c')).body.dependents, [
      { kind: 'records', name: 'validationRule', label: '', count: 1, examples: ['区随城市'] },
    ]);
    assert.equal((await ask('PATCH', field, { choices: district.choices })).status, 200);
    assert.deepEqual((await ask('GET', '/api/fields/faults')).body.faults, []);
    assert.deepEqual(refused(await account({ city_c: 'shanghai', district_c: 'haidian' })), [
      'district_c notOfferedWith',
    ]);
    assert.equal((await ask('PATCH', field, { choices: more })).status, 200);
    assert.deepEqual(refused(await account({ city_c: 'beijing', district_c: 'minhang' })), [
      'district_c notOfferedWith',
    ]);
    // Types of record are choices too.
    await made('recordType', { object: 'case', labelZh: '咨询', labelEn: 'Question' });
    await made('pageLayout', { object: 'case', name: 'Questions', recordTypes: ['question'] });
    const layouts = (await consequences('question', 'case', 'recordType')).body.dependents;
    assert.deepEqual(layouts, [
      { kind: 'records', name: 'pageLayout', label: '', count: 1, examples: ['Questions'] },
    ]);
    assert.equal((await consequences('')).status, 422);
    assert.equal((await consequences('x', 'account', 'name')).status, 404);
    assert.equal((await mei('GET', '/api/choices/consequences?object=account')).status, 403);
  });

  it('ADM-05 go from one company to another as text', async () => {
    const { body } = await ask('GET', '/api/configuration');
    const told = body.records.validationRule.find(({ name }: Json) => name === '区随城市');
    assert.deepEqual(told.offers, { beijing: ['haidian'], shanghai: ['pudong', 'minhang'] });
    assert.equal((await ask('DELETE', `/api/records/validationRule/${matrix.id}`)).status, 204);
    assert.equal((await account({ city_c: 'shanghai', district_c: 'haidian' })).status, 201);
    const applied = await ask('POST', '/api/configuration/apply', { format: 1, records: body.records });
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    assert.deepEqual(refused(await account({ city_c: 'shanghai', district_c: 'haidian' })), [
      'district_c notOfferedWith',
    ]);
  });
});
