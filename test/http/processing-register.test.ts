import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from './product.ts';

interface Called {
  readonly value: string;
  readonly label: string;
}
interface Activity {
  readonly purpose: Called;
  readonly ground: Called;
  readonly people: readonly Called[];
  readonly fields: readonly (Called & {
    readonly object: Called;
    readonly sensitive: boolean;
    readonly sealed: boolean;
    readonly months: number | null;
  })[];
}

describe('PRV-01 the register of processing activities', () => {
  let product: Product;
  let ask: Asking;

  before(async () => {
    const mail = { name: 'mail', kind: 'mail', address: 'smtps://mail.hengyue.example:465' } as const;
    product = await startProduct({ services: [mail] });
    ask = product.ask;
  });

  const register = async (): Promise<ReturnType<JSON['parse']>> => {
    const { status, body } = await ask('GET', '/api/privacy/register');
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const fieldIn = (body: { activities: readonly Activity[] }, object: string, name: string) => {
    for (const { fields, ...activity } of body.activities)
      for (const field of fields)
        if (field.object.value === object && field.value === name) return { ...activity, ...field };
    return undefined;
  };
  const make = async (object: string, values: object): Promise<string> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };

  it('tells of every field what for, on which ground and how long it is kept, and whose it is', async () => {
    const body = await register();
    const email = fieldIn(body, 'contact', 'email');
    assert.deepEqual(
      [email?.purpose.label, email?.ground.label, email?.months, email?.sensitive],
      ['客户关系维护', '正当利益', 36, false],
    );
    assert.deepEqual(
      fieldIn(body, 'lead', 'mobile')?.people.map(({ value }) => value),
      ['lead'],
    );
    const identity = fieldIn(body, 'contact', 'nationalId');
    assert.deepEqual(
      [identity?.ground.value, identity?.sensitive, identity?.sealed],
      ['permission', true, true],
    );
    // Notes are kept of the people whom they are about.
    const note = fieldIn(body, 'note', 'body');
    assert.ok(note?.people.some(({ value }) => value === 'contact'));
    assert.deepEqual(
      fieldIn(body, 'absence', 'kind')?.people.map(({ value }) => value),
      ['user'],
    );
    assert.deepEqual(body.recipients, [{ kind: 'mail', address: 'smtps://mail.hengyue.example:465' }]);
    assert.ok(body.measures.some(({ name }: { name: string }) => name === 'sealed'));
    assert.deepEqual(body.unstated, []);
  });

  it('follows what administrators say of an object, of a field, and of fields of their own', async () => {
    const hobby = { object: 'contact', type: 'text', labelZh: '过敏史', personal: 'special' };
    await make('customField', { ...hobby, name: 'allergies_c' });
    const age = { object: 'opportunity', type: 'date', labelZh: '决策人生日', personal: 'identity' };
    await make('customField', { ...age, name: 'deciderBirthday_c' });
    await make('dataHandling', { object: 'contact', ground: 'permission', months: 24 });
    await make('dataHandling', {
      ...{ object: 'contact', field: 'birthday', purpose: 'marketing', months: 12 },
      ...{ risks: '生日提醒，仅限负责人可见', assessedOn: '2026-11-01' },
    });
    const body = await register();
    const [email, birthday] = ['email', 'birthday'].map((name) => fieldIn(body, 'contact', name));
    assert.deepEqual(
      [email?.purpose.value, email?.ground.value, email?.months],
      ['relations', 'permission', 24],
    );
    assert.deepEqual(
      [birthday?.purpose.value, birthday?.ground.value, birthday?.months],
      ['marketing', 'permission', 12],
    );
    assert.equal(fieldIn(body, 'contact', 'allergies_c')?.sensitive, true);
    const unstated = body.unstated.map(({ field }: { field: Called }) => field.label);
    assert.deepEqual(unstated, ['决策人生日']);
    await make('dataHandling', { object: 'opportunity', purpose: 'relations', ground: 'legitimateInterest' });
    assert.deepEqual((await register()).unstated, []);
    const assessed = body.assessments.find(({ risks }: { risks: string }) => risks !== null);
    assert.deepEqual([assessed.risks, assessed.assessedOn], ['生日提醒，仅限负责人可见', '2026-11-01']);
  });

  it('what a person’s own fields held is erased with him', async () => {
    const id = await make('contact', { lastName: '钱', firstName: '多多', allergies_c: '花生' });
    const erased = await ask('POST', `/api/records/contact/${id}/erasure`, { reason: '本人要求' });
    assert.equal(erased.status, 200, JSON.stringify(erased.body));
    assert.equal((await ask('GET', `/api/records/contact/${id}`)).body.allergies_c, null);
  });

  it('says who is responsible, as the company has set it, and refuses what is no such thing', async () => {
    const responsibility = { officer: '周敏', reach: 'privacy@hengyue.example', transfers: ' ' };
    assert.equal((await ask('PATCH', '/api/company', { responsibility })).status, 200);
    const told = { reach: 'privacy@hengyue.example', officer: '周敏' };
    assert.deepEqual((await register()).responsibility, told);
    // What else is set of the company leaves it alone.
    assert.equal((await ask('PATCH', '/api/company', { company: '衡岳工业集团' })).status, 200);
    assert.deepEqual((await ask('GET', '/api/company')).body.responsibility, told);
    const refused = await ask('PATCH', '/api/company', { responsibility: '周敏' });
    assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'responsibility']);
  });

  it('is a page to print and a table, in the language of whoever asks', async () => {
    const page = await ask('GET', '/api/privacy/register?format=html');
    assert.match(page.body, /<h1>个人信息处理活动记录<\/h1>[\s\S]*周敏[\s\S]*客户关系维护[\s\S]*未填写/);
    const table = await ask('GET', '/api/privacy/register?format=csv');
    assert.match(table.body, /营销推广,个人同意,联系人、线索,联系人,生日,身份信息,,,12\r\n/);
    await ask('PATCH', '/api/me', { locale: 'en' });
    const english = await ask('GET', '/api/privacy/register?format=html');
    assert.match(english.body, /<h1>Register of processing activities<\/h1>/);
    assert.doesNotMatch(
      english.body.replaceAll(/周敏|决策人生日|过敏史|生日提醒[^<]*|衡岳工业集团/g, ''),
      /\p{Script=Han}/u,
    );
    const refused = await ask('GET', '/api/privacy/register?format=pdf');
    assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'format']);
    await ask('PATCH', '/api/me', { locale: 'zh-CN' });
  });

  it('suggests rules of retention, and knows which are in force', async () => {
    const suggested = async (object: string) =>
      (await ask('GET', '/api/privacy/retention')).body.suggestions.find(
        (each: { object: Called }) => each.object.value === object,
      );
    assert.deepEqual([(await suggested('lead')).months, (await suggested('lead')).inForce], [24, null]);
    assert.equal((await suggested('contact')).months, 24);
    assert.equal(await suggested('user'), undefined);
    const values = { name: '线索 24 个月', object: 'lead', months: 24, effect: 'erase', active: true };
    await make('retentionRule', values);
    assert.equal((await suggested('lead')).inForce, 24);
  });

  it('refuses a use of what is not there, and is for administrators alone', async () => {
    const faults = async (values: object) => {
      const { status, body } = await ask('POST', '/api/records/dataHandling', {
        object: 'contact',
        ...values,
      });
      return [status, body.errors?.[0].field, body.errors?.[0].code];
    };
    assert.deepEqual(await faults({ field: 'shoeSize' }), [422, 'field', 'unknownField']);
    assert.deepEqual(await faults({ months: 6 }), [422, 'name', 'notUnique'], 'one word on each');
    assert.deepEqual(await faults({ months: 0 }), [422, 'months', 'outOfRange']);
    assert.deepEqual(await faults({ ground: 'whim' }), [422, 'ground', 'notAChoice']);
    const roles = ['salesManager'];
    const na = await product.colleague({ name: '李娜', email: 'na@hengyue.example', roles });
    for (const path of ['privacy/register', 'privacy/retention', 'records/dataHandling'])
      assert.equal((await na('GET', `/api/${path}`)).status, 403, path);
  });
});
