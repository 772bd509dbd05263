import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { ImportFile } from '#engine/imports/import-job.ts';
import { bring, counts, settled, start } from './importing.ts';
import type { Product } from './product.ts';

type Json = ReturnType<JSON['parse']>;

const pipeline = ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'];
const folder = new URL('../fixtures/', import.meta.url);
const bytesOf = (path: string) => readFileSync(new URL(path, folder));
const rowsOf = (name: string): Record<string, string>[] =>
  parse(bytesOf(`b2b-pipeline/${name}`), { columns: true });

describe('imports', () => {
  let product: Product;
  before(async () => {
    product = await start();
  });
  const total = async (object: string) =>
    (await product.ask('GET', `/api/records/${object}?count=true&limit=1`)).body.count;
  const named = (job: Json, name: string): Json => job.files.find((file: ImportFile) => file.name === name);
  const run = async (id: string, dryRun = false) => {
    const answer = await product.ask('POST', `/api/imports/${id}/run`, { dryRun });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return settled(product.ask, id);
  };

  let job: Json;

  it('CUS-15 guesses the object of each of four files and where their columns go', async () => {
    const answer = await bring(
      product.ask,
      pipeline.map((name) => [name, bytesOf(`b2b-pipeline/${name}`)]),
    );
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    job = answer.body;
    const guessed = Object.fromEntries(
      job.files.map(({ name, object, mapping, matchBy, total: rows }: Json) => [
        name,
        [
          object,
          matchBy,
          rows,
          mapping
            .filter(({ field }: Json) => field)
            .map(({ column, constant, field }: Json) => `${column ?? constant} → ${field}`),
        ],
      ]),
    );
    assert.deepEqual(guessed, {
      'sales_pipeline.csv': [
        'opportunity',
        'externalId',
        8800,
        [
          'opportunity_id → externalId',
          'sales_agent → owner',
          'product → product',
          'account → account',
          'deal_stage → stage',
          'engage_date → engageDate',
          'close_date → closeDate',
          'close_value → amount',
          '{product} · {account} → name',
        ],
      ],
      'accounts.csv': [
        'account',
        'name',
        85,
        [
          'account → name',
          'sector → industry',
          'year_established → yearEstablished',
          'revenue → annualRevenue',
          'employees → employees',
          'office_location → address',
          'subsidiary_of → parent',
        ],
      ],
      'products.csv': ['product', 'name', 7, ['product → name', 'series → series', 'sales_price → price']],
      'sales_teams.csv': [
        'user',
        'name',
        35,
        ['sales_agent → name', 'manager → manager', 'regional_office → department'],
      ],
    });
  });

  it('CUS-15 a dry run writes nothing and says which values are unknown and what they may mean', async () => {
    const checked = await run(job.id, true);
    assert.equal(checked.state, 'checked', JSON.stringify(checked.problem));
    assert.deepEqual([await total('account'), await total('opportunity')], [0, 0]);
    const sectors = named(checked, 'accounts.csv').report.unknownValues.sector;
    assert.deepEqual(sectors, [{ value: 'technolgy', count: 12, suggestion: 'technology' }]);
    const deals = named(checked, 'sales_pipeline.csv');
    assert.deepEqual(deals.report.unknownValues.product, [
      { value: 'GTXPro', count: 1480, suggestion: 'GTX Pro' },
    ]);
    const first = deals.report.errors.find((error: Json) => error.column === 'product');
    assert.equal(first.message, '产品：没有找到“GTXPro”');
    assert.equal(deals.processed, 8800);
  });

  it('CUS-15 with the values mapped, all four come in as one migration, in the order that they need', async () => {
    const mapped = job.files.map(({ name, mapping }: Json) => ({
      name,
      mapping: mapping.map((each: Json) => {
        if (each.column === 'sector') return { ...each, values: { technolgy: 'technology' } };
        if (each.column === 'product' && name === 'sales_pipeline.csv')
          return { ...each, values: { gtxpro: 'GTX Pro' } };
        return ['manager', 'regional_office'].includes(each.column) ? { ...each, createMissing: true } : each;
      }),
    }));
    const changed = await product.ask('PATCH', `/api/imports/${job.id}`, { files: mapped });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    const done = await run(job.id);
    assert.equal(done.state, 'done', JSON.stringify(done.problem));
    assert.deepEqual(
      pipeline.map((name) => counts(named(done, name))),
      [8800, 85, 7, 35].map((created) => ({ created, updated: 0, skipped: 0, failed: 0 })),
    );
    const [sub] = (
      await product.ask(
        'GET',
        `/api/records/account?where=${encodeURIComponent('{"parent":{"isNull":false}}')}&select=name,parent.name&sort=name&limit=1`,
      )
    ).body.records;
    const row = rowsOf('accounts.csv').find(({ account }) => account === sub.name);
    assert.equal(sub.parent.name, row?.subsidiary_of);
    const agents = (
      await product.ask(
        'GET',
        '/api/records/user?select=name,manager.name,department.name&sort=name&limit=100',
      )
    ).body.records;
    for (const agent of rowsOf('sales_teams.csv')) {
      const found = agents.find(({ name }: Json) => name === agent.sales_agent);
      assert.deepEqual(
        [found?.manager?.name, found?.department?.name],
        [agent.manager, agent.regional_office],
      );
    }
  });

  for (const [column, path] of [
    ['deal_stage', 'stage'],
    ['sales_agent', 'owner.name'],
    ['product', 'product.name'],
  ] as const) {
    it(`CUS-15 the totals by ${column} are those of the file`, async () => {
      const expected = new Map<string, [number, number]>();
      for (const row of rowsOf('sales_pipeline.csv')) {
        const key =
          column === 'deal_stage' ? row[column]?.toLowerCase() : row[column]?.replace('GTXPro', 'GTX Pro');
        const [count, sum] = expected.get(key ?? '') ?? [0, 0];
        expected.set(key ?? '', [count + 1, sum + Number(row.close_value)]);
      }
      const { body } = await product.ask(
        'GET',
        `/api/records/opportunity/aggregate?groupBy=${path}&measures=count,sum(amount)`,
      );
      const groups = new Map(
        body.groups.map((group: Json) => [
          group[path] ?? group.owner?.name ?? group.product?.name,
          [group.count, Number(group['sum(amount)'] ?? 0)],
        ]),
      );
      assert.deepEqual(groups, expected);
    });
  }

  it('CUS-15 the same files again are recognised with their mapping, and nothing comes in twice', async () => {
    const answer = await bring(
      product.ask,
      [['deals again.csv', bytesOf('b2b-pipeline/sales_pipeline.csv')]],
      { run: true },
    );
    const again = await settled(product.ask, answer.body.id);
    assert.deepEqual(counts(again.files[0]), { created: 0, updated: 0, skipped: 8800, failed: 0 });
    assert.deepEqual(again.files[0].mapping.find(({ column }: Json) => column === 'product').values, {
      gtxpro: 'GTX Pro',
    });
  });

  it('CUS-15 rows that cannot come in are told with their reason, in the report and in a file, and stop no other', async () => {
    const text = [
      '客户名称,成立年份,上级客户,客户等级',
      '南京钟山仪器,1998,,A',
      '南京钟山软件,一九九八,,B',
      '南京钟山软件园,2001,没有的公司,B',
      '南京钟山物业,2003,南京钟山仪器,特级',
      ',2003,,A',
      ',,,',
      ',　, ,,,,',
      '=cmd|calc,2004,,A',
      '坏公司,2005,坏公司,A,,,,,多出来的',
    ].join('\r\n');
    const answer = await bring(product.ask, [['客户.csv', Buffer.from(text)]], { run: true });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const done = await settled(product.ask, answer.body.id);
    assert.equal(done.state, 'done');
    assert.deepEqual(counts(done.files[0]), { created: 3, updated: 0, skipped: 0, failed: 4 });
    assert.equal(done.files[0].empty, 2);
    const told = done.files[0].report.errors.map(({ row, field, code }: Json) => [row, field, code]);
    assert.deepEqual(
      told.sort(([one]: Json, [other]: Json) => one - other),
      [
        [3, 'yearEstablished', 'notNumber'],
        [4, 'parent', 'noMatch'],
        [5, 'tier', 'unknownChoice'],
        [6, 'name', 'required'],
        [10, '', 'tooManyCells'],
      ],
    );
    const errors = await product.ask('GET', `/api/imports/${answer.body.id}/errors?file=0`);
    const lines = parse(Buffer.from(errors.body as string), {
      bom: true,
      relax_column_count: true,
    }) as string[][];
    assert.deepEqual(lines[0], ['行号', '原因', '客户名称', '成立年份', '上级客户', '客户等级']);
    assert.deepEqual(
      lines.slice(1).map(([row]) => row),
      ['3', '4', '5', '6', '10'],
    );
    assert.equal(lines[1]?.[1], '成立年份：应为数字');
  });

  it('CUS-15 an import is taken back: what it made goes, what it changed is as before, what people changed since stays', async () => {
    const find = async (name: string) =>
      (await product.ask('GET', `/api/records/account?where=${encodeURIComponent(JSON.stringify({ name }))}`))
        .body.records[0];
    const before = await find('Acme Corporation');
    const text = 'account,employees\nAcme Corporation,7\n武汉江城造船,50\n武汉江城港务,60\n';
    const answer = await bring(product.ask, [['accounts.csv', Buffer.from(text)]], {
      run: true,
      options: { duplicates: 'update' },
    });
    const done = await settled(product.ask, answer.body.id);
    assert.deepEqual(counts(done.files[0]), { created: 2, updated: 1, skipped: 0, failed: 0 });
    assert.equal((await find('Acme Corporation')).employees, 7);
    const kept = await find('武汉江城港务');
    await product.ask('PATCH', `/api/records/account/${kept.id}`, { employees: 61 });
    assert.equal((await product.ask('POST', `/api/imports/${answer.body.id}/rollback`)).status, 200);
    const back = await settled(product.ask, answer.body.id);
    assert.deepEqual([back.state, back.files[0].kept], ['rolledBack', 1]);
    assert.equal((await find('Acme Corporation')).employees, before.employees);
    assert.deepEqual([await find('武汉江城造船'), (await find('武汉江城港务')).employees], [undefined, 61]);
    assert.equal((await product.ask('POST', `/api/imports/${answer.body.id}/rollback`)).status, 409);
  });

  it('CUS-15 the whole migration can be taken back', async () => {
    await product.ask('POST', `/api/imports/${job.id}/rollback`);
    const back = await settled(product.ask, job.id);
    assert.equal(back.state, 'rolledBack', JSON.stringify(back.problem));
    assert.equal(await total('opportunity'), 0);
    assert.equal(await total('product'), 0);
  });

  it('CUS-03 knows fields that the company added by their label, and their choices by label and other names', async () => {
    const level = await product.ask('POST', '/api/records/customField', {
      ...{ object: 'account', type: 'choice', labelZh: '客户等级', labelEn: 'Level' },
      choices: [
        { value: 'gold', color: 'amber', zh: '金牌', en: 'Gold', names: ['A级'] },
        { value: 'silver', color: 'grey', zh: '银牌', en: 'Silver' },
      ],
    });
    assert.equal(level.status, 201, JSON.stringify(level.body));
    const rows = ['岷山水泥,金牌', '沱江造纸,A级', '涪江印染,Silver', '嘉陵丝绸,'];
    const brought = await bring(
      product.ask,
      [['客户.csv', Buffer.from(`客户名称,客户等级\n${rows.join('\n')}\n`)]],
      { run: true },
    );
    const done = await settled(product.ask, brought.body.id);
    assert.deepEqual(
      done.files[0].mapping.map(({ column, field }: Json) => [column, field]),
      [
        ['客户名称', 'name'],
        ['客户等级', level.body.name],
      ],
    );
    assert.equal(done.files[0].created, 4, JSON.stringify(done));
    const where = JSON.stringify({ name: { in: rows.map((row) => row.split(',')[0]) } });
    const { records } = (
      await product.ask('GET', `/api/records/account?sort=createdAt&where=${encodeURIComponent(where)}`)
    ).body;
    const levels = new Map(records.map((one: Json) => [one.name, one[level.body.name]]));
    assert.deepEqual(
      rows.map((row) => levels.get(row.split(',')[0])),
      ['gold', 'gold', 'silver', null],
    );
    const offered = await product.ask('POST', '/api/records/validationRule', {
      ...{ object: 'account', name: '金牌仅限制造业', effect: 'offered', affects: [level.body.name] },
      ...{ condition: 'industry = "manufacturing"', offers: ['gold'] },
    });
    assert.equal(offered.status, 201, JSON.stringify(offered.body));
    const file = '客户名称,行业,客户等级\n锦江纺织,制造,金牌\n府河零售,零售,金牌\n';
    const more = await bring(product.ask, [['更多.csv', Buffer.from(file)]], { run: true });
    const { files } = await settled(product.ask, more.body.id);
    const [error] = files[0].report.errors;
    assert.deepEqual(
      [files[0].created, error.row, error.field, error.code],
      [1, 3, level.body.name, 'notOfferedWith'],
      JSON.stringify(files[0].report),
    );
    await product.ask('DELETE', `/api/records/validationRule/${offered.body.id}`);
  });

  it('is refused to those who may not import, and nobody sees the imports of others', async () => {
    const wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const refused = await bring(wei, [['accounts.csv', bytesOf('b2b-pipeline/accounts.csv')]]);
    assert.equal(refused.status, 403);
    const boss = await product.colleague({
      name: '王敏',
      email: 'min@hengyue.example',
      roles: ['salesManager'],
    });
    assert.deepEqual((await boss('GET', '/api/imports')).body.imports, []);
    assert.equal((await boss('GET', `/api/imports/${job.id}`)).status, 404);
  });

  it('says what is wrong with a file that cannot be read', async () => {
    const cases: readonly [string, Uint8Array, string][] = [
      ['empty.csv', Buffer.from(''), 'unreadable.empty'],
      ['photo.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'unreadable.unsupported'],
      ['half.csv', Buffer.from('a,b\n"x,y\n'), 'unreadable.quoteNotClosed'],
    ];
    for (const [name, bytes, code] of cases) {
      const answer = await bring(product.ask, [[name, bytes]]);
      assert.deepEqual([answer.status, answer.body.errors?.[0]?.code], [422, code], name);
      assert.ok(answer.body.errors[0].message.includes(name));
    }
    assert.equal((await product.ask('POST', '/api/imports', {})).status, 422);
  });
});
