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
