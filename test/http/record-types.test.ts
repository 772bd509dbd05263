import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

type Person = Asking & { readonly id: string };
type Json = Readonly<Record<string, unknown>>;

let product: Product;
let ask: Asking;
let agent: Person;

before(async () => {
  product = await startProduct();
  ({ ask } = product);
  const roles = ['serviceAgent'];
  agent = await product.colleague({ name: '周敏', email: 'zhou@hengyue.example', roles });
});

const made = async (object: string, values: object, asking: Asking = ask) => {
  const { status, body } = await asking('POST', `/api/records/${object}`, values);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const refused = ({ status, body }: Answer) => {
  assert.equal(status, 422, JSON.stringify(body));
  return body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
};
const metaOf = async (asking: Asking = ask, object = 'case') =>
  (await asking('GET', '/api/meta')).body.objects.find(({ name }: Json) => name === object);

describe('ADM-02 types of record', () => {
  const values = { priority: { allowed: ['high', 'urgent'], default: 'urgent' } };
  let complaint: Json;

  it('are not there until a company tells some apart', async () => {
    const { fields, types } = await metaOf();
    assert.equal(types, undefined);
    assert.ok(!fields.some(({ name }: Json) => name === 'recordType'));
    assert.deepEqual(
      refused(await ask('POST', '/api/records/case', { subject: '?', recordType: 'question' })),
      ['recordType unknownField'],
    );
  });

  it('give records a field by which they are told, filtered and counted', async () => {
    complaint = await made('recordType', { object: 'case', labelZh: '投诉', labelEn: 'Complaint', values });
    assert.equal(complaint.name, 'complaint');
    await made('recordType', { object: 'case', labelZh: '咨询', labelEn: 'Question', standard: true });
    const { fields, types, page } = await metaOf();
    const field = fields.find(({ name }: Json) => name === 'recordType');
    assert.deepEqual(
      field.choices.map(({ label }: Json) => label),
      ['投诉', '咨询'],
    );
    assert.ok(page.sections[0].fields.includes('recordType'));
    assert.deepEqual(
      types.map(({ value, standard, defaults }: Json) => [value, standard, defaults]),
      [
        ['complaint', false, { priority: 'urgent' }],
        ['question', true, {}],
      ],
    );
    assert.equal((await made('case', { subject: '怎么开票？' })).recordType, 'question');
    await made('case', { subject: '货损', recordType: 'complaint' });
    const groups = await ask('GET', '/api/records/case/aggregate?groupBy=recordType&measures=count');
    assert.deepEqual(
      groups.body.groups.toSorted((one: Json, other: Json) =>
        String(one.recordType) < String(other.recordType) ? -1 : 1,
      ),
      [
        { recordType: 'complaint', count: 1 },
        { recordType: 'question', count: 1 },
      ],
    );
    const where = encodeURIComponent('{"recordType":"complaint"}');
    const { body } = await ask('GET', `/api/records/case?where=${where}&select=subject`);
    assert.deepEqual(
      body.records.map(({ subject }: Json) => subject),
      ['货损'],
    );
  });

  it('say what may be chosen, at every door, and what a record starts with', async () => {
    const urgent = await made('case', { subject: '漏发', recordType: 'complaint' });
    assert.equal(urgent.priority, 'urgent');
    const low = { subject: '漏发', recordType: 'complaint', priority: 'low' };
    assert.deepEqual(refused(await ask('POST', '/api/records/case', low)), ['priority notOfThisType']);
    const address = `/api/records/case/${urgent.id}`;
    assert.deepEqual(refused(await ask('PATCH', address, { priority: 'low' })), ['priority notOfThisType']);
    const several = await ask('POST', '/api/records/case', [{ subject: 'ok' }, low]);
    assert.deepEqual(refused(several), ['1.priority notOfThisType']);
  });

  it('can be changed, when everything in the record fits the new one', async () => {
    const { id } = await made('case', { subject: '发票抬头', priority: 'low' });
    const address = `/api/records/case/${id}`;
    assert.deepEqual(refused(await ask('PATCH', address, { recordType: 'complaint' })), [
      'priority notOfThisType',
    ]);
    const both = { recordType: 'complaint', priority: 'high' };
    assert.equal((await ask('PATCH', address, both)).body.recordType, 'complaint');
    assert.deepEqual(refused(await ask('PATCH', address, { recordType: null })), ['recordType required']);
  });

  it('are made by those who may, and by nobody any more once put away', async () => {
    const address = `/api/records/recordType/${complaint.id}`;
    assert.equal((await ask('PATCH', address, { roles: ['serviceManager'] })).status, 200);
    const type = async () => (await metaOf(agent)).types.find(({ value }: Json) => value === 'complaint');
    assert.equal((await type()).open, false);
    const sent = { subject: '赔偿', recordType: 'complaint' };
    assert.deepEqual(refused(await agent('POST', '/api/records/case', sent)), ['recordType typeNotYours']);
    assert.equal((await ask('DELETE', address)).status, 204);
    assert.deepEqual(refused(await ask('POST', '/api/records/case', sent)), ['recordType typePutAway']);
    const where = encodeURIComponent('{"subject":"货损"}');
    const { body } = await ask('GET', `/api/records/case?where=${where}&select=recordType,priority`);
    assert.equal(body.records[0].recordType, 'complaint', 'what is there stays');
    const { records } = body;
    const later = await ask('PATCH', `/api/records/case/${records[0].id}`, { subject: '货损（已查）' });
    assert.equal(later.status, 200);
  });

  it('are refused when they limit what is not there to choose', async () => {
    const typed = (some: object) =>
      ask('POST', '/api/records/recordType', { object: 'case', labelEn: 'Odd', values: some });
    assert.deepEqual(refused(await typed({ nothing: {} })), ['values.nothing unknownField']);
    assert.deepEqual(refused(await typed({ subject: {} })), ['values.subject notAChoiceField']);
    assert.deepEqual(refused(await typed({ priority: { allowed: ['high', 'none'] } })), [
      'values.priority.allowed notAChoice',
    ]);
    assert.deepEqual(refused(await typed({ priority: { allowed: ['high'], default: 'low' } })), [
      'values.priority.default notAChoice',
    ]);
    assert.deepEqual(refused(await ask('POST', '/api/records/recordType', { object: 'case' })), [
      'name required',
    ]);
    const other = await agent('POST', '/api/records/recordType', { object: 'case', labelEn: 'Mine' });
    assert.equal(other.status, 403);
  });
});

describe('ADM-02 pages that a company lays out', () => {
  const section = (name: string, fields: readonly string[], more: object = {}) => ({
    ...{ kind: 'section', name, fields },
    ...more,
  });
  const settings = {
    highlights: ['priority', 'nothing'],
    areas: [
      { name: 'beside', parts: [section('first', ['subject', 'gone_c'], { zh: '要点', en: 'Essentials' })] },
      {
        name: 'money',
        zh: '费用',
        parts: [
          section('more1', ['account', 'contact'], { columns: 2, asked: true }),
          { kind: 'panel', panel: 'timeline' },
          { kind: 'related', list: 'task.regarding' },
          { kind: 'related', list: 'task.nothing' },
        ],
      },
    ],
    away: ['owner'],
  };
  let layout: Json;

  it('show what is placed where, what is new at the end, and nothing of what is put away', async () => {
    const declared = await metaOf(agent);
    layout = await made('pageLayout', { object: 'case', name: '客服', roles: ['serviceAgent'], settings });
    const { page } = await metaOf(agent);
    assert.deepEqual(page.highlights, ['priority']);
    const [first, second, last] = page.sections;
    assert.deepEqual([first.label, first.fields], ['要点', ['subject']]);
    assert.deepEqual([second.columns, second.asked, second.fields], [2, true, ['account', 'contact']]);
    const shown = page.sections.flatMap(({ fields }: { fields: string[] }) => fields);
    const before = declared.page.sections.flatMap(({ fields }: { fields: string[] }) => fields);
    assert.deepEqual(
      before.filter((name: string) => !shown.includes(name)),
      ['owner'],
    );
    assert.deepEqual(page.layout.beside, [{ section: 'first' }, { section: last.name }]);
    assert.deepEqual(page.layout.tabs, [
      {
        ...{ name: 'money', label: '费用' },
        parts: [{ section: 'more1' }, { panel: 'timeline' }, { related: 'task.regarding' }],
      },
    ]);
    const { name } = await made('customField', { object: 'case', type: 'text', labelEn: 'Batch' });
    assert.ok((await metaOf(agent)).page.sections.at(-1).fields.includes(name), 'a field added later');
  });

  it('are for the roles and types that they name; the first that fits counts', async () => {
    assert.equal((await metaOf()).page.layout, undefined, 'an administrator is no agent');
    await made('pageLayout', {
      ...{ object: 'case', name: 'Questions', recordTypes: ['question'], position: 1 },
      settings: { areas: [{ name: 'beside', parts: [section('first', ['subject'])] }] },
    });
    const named = async (asking: Asking) => {
      const { page, types } = await metaOf(asking);
      const ofType = types.find(({ value }: Json) => value === 'question').page ?? page;
      return [page.layout?.name, ofType.layout?.name];
    };
    assert.deepEqual(await named(ask), [undefined, 'Questions']);
    assert.deepEqual(await named(agent), ['客服', 'Questions']);
    const address = `/api/records/pageLayout/${layout.id}`;
    assert.equal((await ask('PATCH', address, { position: 0 })).status, 200);
    assert.deepEqual(await named(agent), ['客服', '客服']);
    assert.equal((await ask('DELETE', address)).status, 204);
    assert.deepEqual(await named(agent), [undefined, 'Questions']);
  });

  it('never show what somebody may not see', async () => {
    const fields = { priority: 'hidden' };
    await made('roleRight', { role: 'serviceAgent', object: 'case', fields });
    await made('pageLayout', { object: 'case', name: 'All', settings, position: 2 });
    const { page } = await metaOf(agent);
    assert.deepEqual(page.highlights, []);
    assert.ok(!JSON.stringify(page).includes('priority'));
  });

  it('are there for objects that the company has added itself, as types are', async () => {
    const { name: object } = await made('customObject', { labelEn: 'Vehicle', labelZh: '车辆' });
    const choices = [{ value: 'petrol' }, { value: 'power' }];
    const fuel = { object, type: 'choice', labelEn: 'Fuel', choices };
    const { name: field } = await made('customField', fuel);
    await made('recordType', { object, labelEn: 'Van', values: { [field]: { allowed: ['power'] } } });
    await made('pageLayout', {
      ...{ object, name: 'Fleet' },
      settings: { areas: [{ name: 'beside', parts: [section('first', ['recordType'])] }] },
    });
    const { page } = await metaOf(ask, object);
    assert.deepEqual(page.layout.beside, [{ section: 'first' }, { section: 'furtherFields' }]);
    assert.deepEqual(
      refused(await ask('POST', `/api/records/${object}`, { name: '沪A12345', [field]: 'petrol' })),
      [`${field} notOfThisType`],
    );
  });

  it('are shown to an administrator as somebody else sees them, and as they were declared', async () => {
    const { body } = await ask('GET', `/api/layouts/case?person=${agent.id}&type=question`);
    assert.equal(body.seen.layout.name, 'Questions');
    assert.ok(!JSON.stringify(body.seen).includes('priority'));
    assert.equal(body.declared.layout, undefined);
    assert.ok(body.declared.highlights.includes('priority'));
    assert.deepEqual(
      refused(await ask('GET', '/api/layouts/case?person=019aa000-0000-7000-8000-000000000000')),
      ['person noSuchRecord'],
    );
    assert.equal((await ask('GET', '/api/layouts/nothing')).status, 404);
    assert.equal((await agent('GET', '/api/layouts/case')).status, 403);
  });

  it('are refused by name when they are no layouts', async () => {
    const laid = (some: object) =>
      ask('POST', '/api/records/pageLayout', { object: 'case', name: 'Odd', ...some });
    assert.deepEqual(refused(await laid({ settings: { areas: [{ name: 'a' }] } })), [
      'settings.areas notALayout',
    ]);
    const twice = [section('a', []), section('a', [])];
    assert.deepEqual(refused(await laid({ settings: { areas: [{ name: 'a', parts: twice }] } })), [
      'settings.areas notUnique',
    ]);
    assert.deepEqual(refused(await laid({ recordTypes: 'question' })), ['recordTypes notAList']);
  });

  it('ADM-05 are carried from one company to another as text, with the types of record', async () => {
    const { body } = await ask('GET', '/api/configuration');
    const told = (kind: string) => body.records[kind].map(({ name }: Json) => name);
    assert.deepEqual(told('pageLayout'), ['All', 'Questions', 'Fleet']);
    assert.deepEqual(told('recordType'), ['question', 'van']);
    for (const object of ['pageLayout', 'recordType']) {
      const { body: there } = await ask('GET', `/api/records/${object}?select=id`);
      for (const { id } of there.records)
        assert.equal((await ask('DELETE', `/api/records/${object}/${id}`)).status, 204);
    }
    assert.equal((await metaOf()).page.layout, undefined);
    const applied = await ask('POST', '/api/configuration/apply', { format: 1, records: body.records });
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    const { page, types } = await metaOf();
    assert.deepEqual([page.layout.name, types[0].page.layout.name], ['All', 'Questions']);
  });
});

describe('ADM-05 what fields are while a condition holds', () => {
  const rule = (values: Json) =>
    ask('POST', '/api/records/validationRule', { object: 'account', active: true, ...values });
  const account = (values: Json) => ask('POST', '/api/records/account', { name: '北辰电机', ...values });
  const change = (id: unknown, values: Json, asking: Asking = ask) =>
    asking('PATCH', `/api/records/account/${id}`, values);

  it('they are required then, at every door, of who touches them or what the condition asks for', async () => {
    const { id: older } = (await account({ industry: 'retail' })).body;
    await made('validationRule', {
      ...{ object: 'account', name: '零售须填网站', effect: 'required', affects: ['website'] },
      condition: 'industry = "retail"',
    });
    assert.deepEqual(refused(await account({ industry: 'retail' })), ['website required']);
    assert.equal((await account({ industry: 'finance' })).status, 201);
    const { status, body } = await account({ industry: 'retail', website: 'https://beichen.example' });
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(refused(await change(body.id, { website: null })), ['website required']);
    assert.equal((await change(body.id, { website: null, industry: 'finance' })).status, 200);
    assert.deepEqual(refused(await change(body.id, { industry: 'retail' })), ['website required']);
    assert.equal(
      (await change(older, { phone: '010-12345678' })).status,
      200,
      'an older record stands still',
    );
    const two = [
      { name: '甲', industry: 'retail' },
      { name: '乙', industry: 'retail', website: 'https://yi.example' },
    ];
    assert.deepEqual(refused(await ask('POST', '/api/records/account', two)), ['0.website required']);
  });

  it('they are locked then, as the record is, for everybody’s hands', async () => {
    const { id } = (await account({ phone: '010-1', lifecycle: 'former' })).body;
    await made('validationRule', {
      ...{ object: 'account', name: '流失客户锁定', effect: 'readOnly', affects: ['phone', 'lifecycle'] },
      condition: 'lifecycle = "former" and owner = me()',
    });
    assert.deepEqual(refused(await change(id, { phone: '010-2' })), ['phone lockedNow']);
    assert.deepEqual(refused(await change(id, { phone: '010-2', lifecycle: 'customer' })).sort(), [
      'lifecycle lockedNow',
      'phone lockedNow',
    ]);
    assert.equal(
      (await change(id, { phone: '010-1', description: '旧客户' })).status,
      200,
      'nothing changed',
    );
    assert.equal(
      (await account({ phone: '010-3', lifecycle: 'former' })).status,
      201,
      'what is new is locked',
    );
  });

  it('they are shown then alone: what the client needs to know of it is told to who may know', async () => {
    await made('validationRule', {
      ...{ object: 'case', name: '紧急说明', effect: 'shown', affects: ['description'] },
      condition: 'priority = "urgent"',
    });
    const { fieldRules } = await metaOf();
    const [shown] = fieldRules.filter(({ fields }: Json) => String(fields) === 'description');
    assert.deepEqual([shown.effect, shown.when.call], ['shown', 'eq']);
    // Whoever may not see the priority is not told what hangs on it.
    const known = (await metaOf(agent)).fieldRules ?? [];
    assert.ok(!known.some(({ fields }: Json) => String(fields) === 'description'), JSON.stringify(known));
  });

  it('a rule that cannot be is refused where it is wrong', async () => {
    const wrong = async (values: Json) =>
      refused(
        await rule({ name: 'x', effect: 'required', affects: ['website'], condition: 'true', ...values }),
      );
    assert.deepEqual(await wrong({ affects: ['nothing'] }), ['affects unknownField']);
    assert.deepEqual(await wrong({ affects: [] }), ['affects required']);
    assert.deepEqual(await wrong({ effect: 'shown', affects: ['name'] }), ['affects notAffected']);
    assert.deepEqual(await wrong({ condition: 'owner.name = "x"' }), ['condition onlyOwnValues']);
    assert.deepEqual(await wrong({ condition: 'industry = "x"' }), ['condition expressionChoice']);
    assert.deepEqual(await wrong({ together: ['name'] }), ['together notWithEffect']);
    assert.deepEqual(
      refused(await rule({ name: 'x', condition: 'true', messageEn: 'x', affects: ['name'] })),
      ['affects onlyWithEffect'],
    );
  });
});

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
  let matrix: Json;

  before(async () => {
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
    const known = async (asking: Asking) =>
      ((await metaOf(asking, 'account')).fieldRules ?? []).filter(({ effect }: Json) => effect === 'offered');
    const [row] = await known(ask);
    assert.deepEqual([row.fields, row.values, row.when.call], [['district_c'], ['haidian'], 'eq']);
    const mei = await product.colleague({
      ...{ name: '梅', email: 'mei@hengyue.example', roles: ['salesRepresentative'] },
    });
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
    const layouts = (await consequences('question', 'case', 'recordType')).body.dependents;
    assert.deepEqual(layouts, [
      { kind: 'records', name: 'pageLayout', label: '', count: 1, examples: ['Questions'] },
    ]);
    assert.equal((await consequences('')).status, 422);
    assert.equal((await consequences('x', 'account', 'name')).status, 404);
    assert.equal((await agent('GET', '/api/choices/consequences?object=account')).status, 403);
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
