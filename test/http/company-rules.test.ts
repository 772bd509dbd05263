import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { bring, settled, start } from './importing.ts';
import type { Answer, Asking, Product } from './product.ts';
import { refusals } from './refusals.ts';

describe('CUS-03 what a company computes and demands', () => {
  let product: Product;
  let ask: Asking;
  let account = '';
  let opportunity = '';

  before(async () => {
    product = await start();
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
      refusals(await ask('PATCH', `/api/records/opportunity/${opportunity}`, { [level.name]: 'x' })).length,
      1,
    );
  });

  it('what is wrong with a formula is told with its place, in the reader’s language', async () => {
    assert.deepEqual(
      refusals(await add({ labelEn: 'Odd', expression: 'if(true,\n  amount + 5,\n  amount)' })),
      ['expression: 第 2 行第 3 列：金额与普通数字不能混用；金额请写作 money(1000, "CNY")'],
    );
    assert.match(
      refusals(await add({ labelEn: 'Odd', expression: 'stage = "sold"' }))[0],
      /第 1 行第 9 列：“sold”不是可选值/,
    );
    assert.deepEqual(refusals(await add({ labelEn: 'Odd' })).length, 1);
    assert.deepEqual(refusals(await add({ labelEn: 'Odd', type: 'text', expression: '1' })).length, 1);
    assert.match(refusals(await add({ labelEn: 'Odd', expression: '('.repeat(4000) }))[0], /嵌套超过 50 层/);
    const grown = await added({ labelEn: 'Grown 0', expression: 'amount + amount' });
    let { name } = grown;
    const answers: number[] = [];
    for (let turn = 1; turn < 12 && !answers.includes(422); turn++) {
      const next = await add({ labelEn: `Grown ${turn}`, expression: Array(8).fill(name).join(' + ') });
      answers.push(next.status);
      if (next.status === 201) name = next.body.name;
      else assert.match(refusals(next)[0], /计算量过大/);
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
    assert.match(refusals(await change(`${second.name} / 2`))[0], /本身就由此字段计算得出/);
    assert.match(refusals(await change('name'))[0], /将无法使用：Second/);
    assert.equal((await change('amount / 2')).status, 200);
    assert.deepEqual((await read('opportunity', opportunity))[second.name], {
      amount: '120000.00',
      currency: 'CNY',
    });
  });

  const rule = (values: object) =>
    ask('POST', '/api/records/validationRule', {
      ...{ object: 'opportunity', active: true, messageZh: '零售客户的商机不得低于一千元' },
      ...{ messageEn: 'A deal with a retailer is worth 1,000 at least', field: 'amount', ...values },
    });
  const made = async (values: object) => {
    const { status, body } = await rule(values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const deal = (values: object, headers = {}) =>
    ask(
      'POST',
      '/api/records/opportunity',
      {
        ...{ name: '小单', account, stage: 'prospecting', closeDate: '2026-12-31' },
        ...{ amount: { amount: '10', currency: 'CNY' }, ...values },
      },
      headers,
    );

  it('a rule is obeyed at every door, in its own words and the reader’s language', async () => {
    const { id } = await made({
      name: '零售起订额',
      condition: 'account.industry = "retail" and coalesce(amount, money(0, "CNY")) < money(1000, "CNY")',
    });
    assert.deepEqual(refusals(await deal({})), ['amount: 零售客户的商机不得低于一千元']);
    await ask('PATCH', '/api/me', { locale: 'en' });
    assert.deepEqual(refusals(await deal({})), ['amount: A deal with a retailer is worth 1,000 at least']);
    await ask('PATCH', '/api/me', { locale: 'zh-CN' });
    const amount = { amount: '10', currency: 'CNY' };
    assert.equal(
      refusals(await ask('PATCH', `/api/records/opportunity/${opportunity}`, { amount })).length,
      1,
    );
    const elsewhere = (
      await ask('POST', '/api/records/account', { name: '江城制造', industry: 'manufacturing' })
    ).body.id;
    assert.equal((await deal({ account: elsewhere })).status, 201, 'another customer is held to the rule');
    assert.equal((await deal({ account: null })).status, 201, 'no customer is held to the rule');
    const file =
      'account,name,stage,closeDate,amount\n星河集团,导入甲,prospecting,2026-12-31,5000\n星河集团,导入乙,prospecting,2026-12-31,20\n';
    const brought = await bring(ask, [['opportunities.csv', Buffer.from(file)]], { run: true });
    const done = await settled(ask, brought.body.id);
    const told = done.files[0].report.errors.map(({ row, field, message }: Record<string, unknown>) => [
      row,
      field,
      message,
    ]);
    assert.deepEqual(told, [[3, 'amount', '预计金额：零售客户的商机不得低于一千元']]);
    assert.equal(done.files[0].created, 1);
    await ask('PATCH', `/api/records/validationRule/${id}`, { active: false });
    assert.equal((await deal({})).status, 201, 'a rule that is not active was obeyed');
  });

  it('a rule reads formulas of the record, asks nothing that is known only afterwards, and must be understood', async () => {
    const name = await added({ labelEn: 'Net', name: 'net', expression: 'amount - money(100, "CNY")' });
    await made({ name: '净额为正', condition: `${name.name} < money(0, "CNY")` });
    assert.deepEqual(refusals(await deal({})), ['amount: 零售客户的商机不得低于一千元']);
    assert.equal((await deal({ amount: { amount: '100', currency: 'CNY' } })).status, 201);
    const consequences = await ask('GET', `/api/fields/${name.id}/consequences`);
    assert.deepEqual(consequences.body.dependents, [
      { kind: 'records', name: 'validationRule', label: '', count: 1, examples: ['净额为正'] },
    ]);
    assert.match(
      refusals(await rule({ name: 'x', condition: 'amount' }))[0],
      /^condition: 第 1 行第 1 列：此处是金额/,
    );
    assert.match(
      refusals(await rule({ name: 'x', condition: 'true', messageZh: null, messageEn: null }))[0],
      /^messageZh/,
    );
    assert.match(refusals(await rule({ name: 'x', condition: 'true', field: 'nothing' }))[0], /^field/);
    assert.equal(
      refusals(await rule({ name: 'x', condition: 'true', object: 'customField', field: null })).length,
      1,
    );
    const total = await ask('POST', '/api/records/customField', {
      ...{ object: 'account', type: 'rollup', labelEn: 'Deals', name: 'deals' },
      rollup: { object: 'opportunity', by: 'account', measure: 'count' },
    });
    assert.equal(total.status, 201, JSON.stringify(total.body));
    assert.match(
      refusals(await rule({ name: 'x', object: 'account', condition: 'deals_c > 5', field: null }))[0],
      /由其他记录汇总得出/,
    );
  });

  it('values repeat together in no two records: told with those that do, obeyed at once, also by two who write together', async () => {
    const person = (values: object) =>
      ask('POST', '/api/records/contact', { lastName: '欧阳', account, ...values });
    const [first, second] = [
      (await person({ firstName: '甲' })).body,
      (await person({ firstName: '乙' })).body,
    ];
    const wanted = {
      ...{ object: 'contact', name: '同一客户不重姓', together: ['lastName', 'account'], field: 'lastName' },
      ...{ condition: null, messageZh: '该客户已有同姓联系人' },
    };
    const [told] = refusals(await rule(wanted));
    assert.match(told, /^together: 有 2 条记录重复，例如：.*甲.*乙/);
    await ask('DELETE', `/api/records/contact/${second.id}`);
    const { id } = await made(wanted);
    assert.deepEqual(refusals(await person({})), ['lastName: 该客户已有同姓联系人']);
    assert.deepEqual(refusals(await ask('POST', `/api/records/contact/${second.id}/restore`)), [
      'lastName: 该客户已有同姓联系人',
    ]);
    assert.equal((await person({ account: null })).status, 201);
    assert.equal((await person({ account: null })).status, 201, 'who belongs to nobody is held to the rule');
    const both = await Promise.all([person({ lastName: '司马' }), person({ lastName: '司马' })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422]);
    const refuse = async (values: object) => refusals(await rule({ ...wanted, name: 'x', ...values }))[0];
    assert.match(await refuse({ together: ['lastName', 'nothing'] }), /^together/);
    assert.match(await refuse({ together: [] }), /^condition/);
    assert.match(await refuse({ condition: 'true' }), /^condition/);
    const [index] = (
      await product.pool.query(`select indexname from pg_indexes where indexname like '%together_c_unique'`)
    ).rows;
    await product.pool.query(`drop index ws_main."${index.indexname}"`);
    await product.pool.query(
      `update ws_main.contact set "deletedAt" = null, "deletedWith" = null where id = '${second.id}'`,
    );
    const { faults } = (await ask('GET', '/api/fields/faults')).body;
    assert.match(JSON.stringify(faults), /有 2 条记录重复/, 'nobody is told of a rule that cannot be kept');
    await ask('DELETE', `/api/records/validationRule/${id}`);
    assert.equal(
      (await person({ id: undefined, firstName: first.firstName })).status,
      201,
      'a rule that is gone is obeyed',
    );
  });

  it('values repeat in no two records for which a condition holds: two writers, closing, reopening, and what was there', async () => {
    const customer = (await ask('POST', '/api/records/account', { name: '唯一重工' })).body.id;
    const open = (values: object) => deal({ account: customer, name: '跟进', amount: null, ...values });
    const [first, second] = [(await open({ name: '甲跟进' })).body, (await open({ name: '乙跟进' })).body];
    const wanted = {
      ...{ name: '每个客户只跟进一单', together: ['account'], condition: null, field: 'account' },
      ...{ among: 'account != empty and stage != "won" and stage != "lost" and contains(name, "跟进")' },
      messageZh: '该客户已有进行中的商机',
    };
    const told = refusals(await rule(wanted));
    assert.match(told.join(), /^together: .*甲跟进、乙跟进/);
    const refuse = async (values: object) => refusals(await rule({ ...wanted, ...values }))[0];
    assert.match(await refuse({ among: 'stage = "sold"' }), /^among: 第 1 行第 9 列/);
    assert.match(await refuse({ among: 'closeDate > today()' }), /^among: “today”/);
    assert.match(await refuse({ among: 'account.industry = "retail"' }), /^among: “account.industry”/);
    assert.match(await refuse({ together: null, condition: 'true' }), /^among: 只有/);
    const close = { stage: 'lost', lossReason: 'price' };
    const { status, body } = await ask('PATCH', `/api/records/opportunity/${second.id}`, close);
    assert.equal(status, 200, JSON.stringify(body));
    const { id } = await made(wanted);
    const [index] = (
      await product.pool.query(`select indexdef from pg_indexes where indexdef like '%strpos%'`)
    ).rows;
    assert.match(index.indexdef, /CREATE UNIQUE INDEX .* WHERE .*'lost'/);
    const message = ['account: 该客户已有进行中的商机'];
    assert.deepEqual(refusals(await open({ name: '丙跟进' })), message);
    assert.equal((await open({ name: '丙' })).status, 201, 'a record outside of the condition was compared');
    const reopened = await ask('PATCH', `/api/records/opportunity/${second.id}`, { stage: 'prospecting' });
    assert.deepEqual(refusals(reopened), message);
    const elsewhere = (await ask('POST', '/api/records/account', { name: '并行重工' })).body.id;
    const both = await Promise.all([open({ account: elsewhere }), open({ account: elsewhere })]);
    assert.deepEqual(both.map((answer) => answer.status).sort(), [201, 422]);
    await ask('PATCH', `/api/records/opportunity/${first.id}`, close);
    assert.equal((await open({ name: '丁跟进' })).status, 201, 'a closed record stood in the way');
    await ask('DELETE', `/api/records/validationRule/${id}`);
  });

  it('roll-ups and numbers are right while many write at once', async () => {
    const customer = (await ask('POST', '/api/records/account', { name: '并发科技' })).body.id;
    const field = (values: object) => ask('POST', '/api/records/customField', values);
    await field({
      ...{ object: 'account', type: 'rollup', labelEn: 'Open worth', name: 'worth' },
      rollup: {
        ...{ object: 'opportunity', by: 'account', measure: 'sum', field: 'amount' },
        where: { name: { startsWith: '并发' } },
      },
    });
    await field({
      object: 'opportunity',
      type: 'autoNumber',
      labelEn: 'Deal no',
      name: 'dealNo',
      format: 'D-{0000}',
    });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        deal({
          name: `${index % 3 ? '并发' : '其他'} ${index}`,
          account: customer,
          amount: { amount: '1000.10', currency: 'CNY' },
        }),
      ),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    const records = answers.map(({ body }) => body);
    await Promise.all(
      records.slice(0, 30).map(({ id }, index) =>
        index % 2
          ? ask('DELETE', `/api/records/opportunity/${id}`)
          : ask('PATCH', `/api/records/opportunity/${id}`, {
              amount: { amount: '2000.20', currency: 'CNY' },
            }),
      ),
    );
    const kept = records.flatMap(({ name }, index) =>
      !name.startsWith('并发') || (index < 30 && index % 2) ? [] : [index < 30 ? 200020 : 100010],
    );
    const { worth_c, deals_c } = await read('account', customer);
    assert.equal(worth_c, (kept.reduce((sum, cents) => sum + cents, 0) / 100).toFixed(2));
    assert.equal(Number(deals_c), 45);
    const numbers = records.map(({ dealNo_c }) => dealNo_c).sort();
    assert.equal(new Set(numbers).size, 60);
    assert.equal(Number(numbers.at(-1).slice(2)) - Number(numbers[0].slice(2)), 59, 'numbers have gaps');
  });

  it('ADM-05 formulas and rules go out and come in as text, in whatever order they stand', async () => {
    const told = (await ask('GET', '/api/configuration')).body;
    const formula = told.records.customField.find(({ name }: { name: string }) => name === 'net_c');
    assert.equal(formula.expression, 'amount - money(100, "CNY")');
    const [own] = told.records.validationRule.filter(({ name }: { name: string }) => name === '净额为正');
    assert.equal(own.condition, 'net_c < money(0, "CNY")');
    const configuration = {
      ...{ format: 1, settings: {} },
      records: {
        validationRule: [{ ...own, name: '有毛利', condition: 'margin_c < money(0, "CNY")' }],
        customField: [
          { ...formula, name: 'margin_c', labelEn: 'Margin', expression: 'net_c - cost_c' },
          { object: 'opportunity', type: 'money', name: 'cost_c', labelEn: 'Cost' },
        ],
      },
    };
    const applied = await ask('POST', '/api/configuration/apply', configuration);
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    const cost = { amount: '500', currency: 'CNY' };
    assert.deepEqual(refusals(await deal({ cost_c: cost, amount: { amount: '200', currency: 'CNY' } })), [
      'amount: 零售客户的商机不得低于一千元',
    ]);
    const again = await ask('POST', '/api/configuration/plan', configuration);
    assert.equal(again.body.records.filter(({ change }: { change: string }) => change !== 'left').length, 0);
    const broken = structuredClone(configuration);
    broken.records.customField[0].expression = 'net_c - nothing_c';
    const answer = await ask('POST', '/api/configuration/plan', broken);
    assert.equal(answer.status, 200);
    assert.match(
      refusals(await ask('POST', '/api/configuration/apply', broken))[0],
      /margin_c\.expression: .*没有字段“nothing_c”/,
    );
  });
});
