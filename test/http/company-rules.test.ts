import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Answer, type Asking, type Product, startProduct } from './product.ts';

describe('CUS-03 what a company computes and demands', () => {
  let product: Product;
  let ask: Asking;
  let account = '';
  let opportunity = '';

  before(async () => {
    product = await startProduct();
    ({ ask } = product);
    account = (await ask('POST', '/api/records/account', { name: '星河集团', industry: 'retail' })).body.id;
    const made = await ask('POST', '/api/records/opportunity', {
      ...{ name: '年度框架', account, stage: 'prospecting', closeDate: '2026-12-31' },
      amount: { amount: '120000', currency: 'CNY' },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    opportunity = made.body.id;
  });

  const add = (values: object): Promise<Answer> =>
    ask('POST', '/api/records/customField', { object: 'opportunity', type: 'formula', ...values });
  const added = async (values: object) => {
    const { status, body } = await add(values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const refused = ({ status, body }: Answer) => {
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors.map(
      ({ field, message }: { field: string; message: string }) => `${field}: ${message}`,
    );
  };
  const read = async (object: string, id: string) => (await ask('GET', `/api/records/${object}/${id}`)).body;

  it('a formula is there at once: read, filtered, sorted, summed and known by its type', async () => {
    const tax = await added({ labelEn: 'Tax', expression: 'amount * 0.13' });
    const level = await added({
      labelZh: '级别',
      name: 'level',
      expression: '如果（amount ≥ money(100000, "CNY") 且 account.industry = "retail"，“大单”，“普通”）',
    });
    const whole = await added({ labelEn: 'Gross', expression: `amount + ${tax.name}` });
    const record = await read('opportunity', opportunity);
    assert.deepEqual(record[tax.name], { amount: '15600.00', currency: 'CNY' });
    assert.equal(record[level.name], '大单');
    assert.deepEqual(record[whole.name], { amount: '135600.00', currency: 'CNY' });
    const meta = (await ask('GET', '/api/meta')).body.objects.find(
      ({ name }: { name: string }) => name === 'opportunity',
    );
    const field = meta.fields.find(({ name }: { name: string }) => name === whole.name);
    assert.deepEqual([field.type, field.result, field.readOnly], ['formula', 'money', true]);
    const where = encodeURIComponent(JSON.stringify({ [level.name]: '大单' }));
    const found = await ask('GET', `/api/records/opportunity?where=${where}&sort=-${whole.name}&select=name`);
    assert.deepEqual(
      found.body.records.map(({ name }: { name: string }) => name),
      ['年度框架'],
    );
    const sum = await ask(
      'GET',
      `/api/records/opportunity/aggregate?measures=sum(${whole.name})&where=${where}`,
    );
    assert.equal(JSON.stringify(sum.body).includes('135600'), true, JSON.stringify(sum.body));
    assert.deepEqual(
      refused(await ask('PATCH', `/api/records/opportunity/${opportunity}`, { [level.name]: 'x' })).length,
      1,
    );
  });

  it('what is wrong with a formula is told with its place, in the reader’s language', async () => {
    assert.deepEqual(
      refused(await add({ labelEn: 'Odd', expression: 'if(true,\n  amount + 5,\n  amount)' })),
      ['expression: 第 2 行第 3 列：金额与普通数字不能混用；金额请写作 money(1000, "CNY")'],
    );
    assert.match(
      refused(await add({ labelEn: 'Odd', expression: 'stage = "sold"' }))[0],
      /第 1 行第 9 列：“sold”不是可选值/,
    );
    assert.deepEqual(refused(await add({ labelEn: 'Odd' })).length, 1);
    assert.deepEqual(refused(await add({ labelEn: 'Odd', type: 'text', expression: '1' })).length, 1);
    assert.match(refused(await add({ labelEn: 'Odd', expression: '('.repeat(4000) }))[0], /嵌套超过 50 层/);
    const grown = await added({ labelEn: 'Grown 0', expression: 'amount + amount' });
    let { name } = grown;
    const answers: number[] = [];
    for (let turn = 1; turn < 12 && !answers.includes(422); turn++) {
      const next = await add({ labelEn: `Grown ${turn}`, expression: Array(8).fill(name).join(' + ') });
      answers.push(next.status);
      if (next.status === 201) name = next.body.name;
      else assert.match(refused(next)[0], /计算量过大/);
    }
    assert.ok(answers.includes(422), 'formulas over formulas grow without end');
  });

  it('while it is written, it is tried on a record: its type, its value, or where it is wrong', async () => {
    const trial = (values: object) =>
      ask('POST', '/api/fields/trial', { object: 'opportunity', ...values }).then(({ body }) => body);
    const tried = await trial({ expression: 'amount / 4', scale: 2 });
    assert.deepEqual(tried, {
      result: 'money',
      sample: { id: opportunity, name: '年度框架', value: { amount: '30000.00', currency: 'CNY' } },
    });
    const { fault } = await trial({ expression: 'name + 1' });
    assert.deepEqual([fault.from, fault.to, fault.line, fault.column], [0, 4, 1, 1]);
    const condition = await trial({ expression: 'amount', wanted: 'boolean' });
    assert.match(condition.fault.message, /此处是金额，需要是否值/);
    const seller = await product.colleague({
      ...{ name: '林晓', email: 'lin@xinghe.example', roles: ['salesRepresentative'] },
    });
    const answer = await seller('POST', '/api/fields/trial', { object: 'opportunity', expression: '1' });
    assert.equal(answer.status, 403);
    const { formulas } = (await ask('GET', '/api/fields/formulas?object=opportunity')).body;
    assert.ok(
      Object.values(formulas).some((text) => String(text).includes('amount')),
      JSON.stringify(formulas),
    );
  });

  it('a field that a formula reads is not put away unawares, and comes back with the formula', async () => {
    const read_ = await added({ type: 'integer', labelZh: '台数', name: 'units' });
    const over = await added({ labelZh: '单价', expression: 'amount / units_c' });
    const consequences = await ask('GET', `/api/fields/${read_.id}/consequences`);
    assert.deepEqual(consequences.body.dependents, [{ kind: 'field', name: over.name, label: '单价' }]);
    await ask('DELETE', `/api/records/customField/${read_.id}`);
    assert.equal(over.name in (await read('opportunity', opportunity)), false);
    const { faults } = (await ask('GET', '/api/fields/faults')).body;
    assert.match(faults[0].errors[0].message, /没有字段“units_c”/);
    await ask('POST', `/api/records/customField/${read_.id}/restore`);
    await ask('PATCH', `/api/records/opportunity/${opportunity}`, { units_c: 4 });
    assert.deepEqual((await read('opportunity', opportunity))[over.name], {
      amount: '30000.00',
      currency: 'CNY',
    });
  });

  it('a formula cannot come to read itself, nor change its type under another', async () => {
    const first = await added({ labelEn: 'First', expression: 'amount' });
    const second = await added({ labelEn: 'Second', expression: `${first.name} * 2` });
    const change = (expression: string) =>
      ask('PATCH', `/api/records/customField/${first.id}`, { expression });
    assert.match(refused(await change(`${second.name} / 2`))[0], /本身就由此字段计算得出/);
    assert.match(refused(await change('name'))[0], /将无法使用：Second/);
    assert.equal((await change('amount / 2')).status, 200);
    assert.deepEqual((await read('opportunity', opportunity))[second.name], {
      amount: '120000.00',
      currency: 'CNY',
    });
  });
});
