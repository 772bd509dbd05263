import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openTable } from '#engine/import-export/reading/open-table.ts';
import { eventually } from '#test/eventually.ts';
import { chinesePeople } from '#test/fixtures/files.ts';
import { type Asking, type Product, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;

/** 600 people, of whom 120 are there a second time as another system would write them. */
async function people(): Promise<readonly Readonly<Record<string, string>>[]> {
  const path = chinesePeople.utf8;
  const table = await openTable({ name: path, path });
  const rows: Record<string, string>[] = [];
  for await (const { cells } of table.rows())
    rows.push(Object.fromEntries(table.header.map((name, index) => [name, cells[index] ?? ''])));
  await table.close();
  return rows;
}

describe('the queue of possible duplicates', () => {
  let product: Product;
  let wei: Awaited<ReturnType<Product['colleague']>>;
  before(async () => {
    product = await startProduct();
    wei = await product.colleague({
      ...{ name: '张伟', email: 'wei@hengyue.example', roles: ['salesRepresentative'] },
    });
  });
  const make = async (object: string, values: object, ask: Asking = product.ask): Promise<Json> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const queue = async (object: string, query = '', ask: Asking = product.ask): Promise<Json> => {
    const { status, body } = await ask('GET', `/api/duplicates/${object}/pairs${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const ended = async (object: string): Promise<Json> => {
    for (;;) {
      const { objects } = (await product.ask('GET', '/api/duplicates')).body;
      const look = objects.find((each: Json) => each.object === object);
      if (!['queued', 'running'].includes(look.state)) return look;
      await pause(20);
    }
  };
  const look = async (object: string): Promise<Json> => {
    const { status, body } = await product.ask('POST', `/api/duplicates/${object}/look`);
    assert.equal(status, 200, JSON.stringify(body));
    return ended(object);
  };
  const judge = (object: string, records: readonly string[], different: boolean, ask: Asking = product.ask) =>
    ask('POST', `/api/duplicates/${object}/verdict`, { records, different });
  const ids = ({ records }: Json): readonly string[] => records.map(({ id }: Json) => id);
  const suspected = async (object: string, id: string): Promise<readonly string[]> =>
    (await product.ask('GET', `/api/records/${object}/${id}/duplicates`)).body.duplicates.map(
      (each: Json) => each.id,
    );

  it('CUS-14 finds among 720 people of a real database the 120 who are there twice and nobody else, and the same again', async () => {
    const mailOf = new Map<string, string>();
    const rows = await people();
    const { status, body } = await product.ask(
      'POST',
      '/api/records/contact',
      rows.map((row) => ({
        ...{ lastName: row.姓名, mobile: row.手机 || null },
        ...{ phone: row.电话 || null, email: row.邮箱?.trim() || null },
      })),
    );
    assert.equal(status, 201, JSON.stringify(body).slice(0, 500));
    for (const [index, { id }] of body.records.entries())
      mailOf.set(id, rows[index]?.邮箱?.trim().toLowerCase() ?? '');
    const told = await look('contact');
    assert.deepEqual([told.state, told.records, told.count], ['done', 720, 120]);
    const first = await queue('contact');
    assert.equal(first.count, 120);
    for (const pair of first.pairs) {
      const [one, other] = ids(pair).map((id) => mailOf.get(id));
      assert.equal(one, other);
    }
    const scores = first.pairs.map(({ score }: Json) => score);
    assert.deepEqual(
      scores,
      scores.toSorted((a: number, b: number) => b - a),
    );
    await look('contact');
    assert.deepEqual(await queue('contact'), first);
    const sure = await queue('contact', '?least=0.99');
    assert.ok(sure.count < 120 && sure.pairs.every(({ score }: Json) => score >= 0.99));
  });

  it('CUS-14 what is not the same is remembered for ever, silences the page of either, and can be taken back', async () => {
    const a = await make('account', { name: '苏州衡力精密机械有限公司' });
    const b = await make('account', { name: '苏州衡力精密机械股份有限公司' });
    await look('account');
    const [pair] = (await queue('account')).pairs;
    assert.deepEqual([ids(pair), pair.fields], [[a.id, b.id].sort(), [{ field: 'name', likeness: 1 }]]);
    assert.deepEqual(await suspected('account', a.id), [b.id]);

    assert.equal((await judge('account', [b.id, a.id], true)).status, 200);
    assert.equal((await queue('account')).count, 0);
    assert.deepEqual([await suspected('account', a.id), await suspected('account', b.id)], [[], []]);
    await product.ask('PATCH', `/api/records/account/${a.id}`, {
      phone: '0512-6808 1234',
      version: a.version,
    });
    await look('account');
    assert.equal((await queue('account')).count, 0);
    assert.deepEqual((await queue('account', '?different=true')).pairs.map(ids), [ids(pair)]);

    assert.equal((await judge('account', [a.id, b.id], false)).status, 200);
    assert.deepEqual((await queue('account')).pairs.map(ids), [ids(pair)]);
    assert.deepEqual(await suspected('account', a.id), [b.id]);
  });

  it('CUS-14 a pair goes with a merge and comes back with its undoing; what no longer matches leaves with the next look', async () => {
    const a = await make('account', { name: '宁波东海渔业有限公司' });
    const b = await make('account', { name: '宁波东海渔业集团' });
    await look('account');
    const has = async () => (await queue('account')).pairs.some((pair: Json) => ids(pair).includes(a.id));
    assert.equal(await has(), true);
    await product.ask('POST', `/api/records/account/${a.id}/merge`, { with: [b.id] });
    assert.equal(await has(), false);
    await product.ask('POST', `/api/records/account/${a.id}/unmerge`);
    assert.equal(await has(), true);
    const { version } = (await product.ask('GET', `/api/records/account/${b.id}`)).body;
    await product.ask('PATCH', `/api/records/account/${b.id}`, { name: '温州远洋捕捞', version });
    await look('account');
    assert.equal(await has(), false);
  });

  it('CUS-14 a name that is misspelt is told on the page of either record, once the look has found it', async () => {
    const sebastian = (lastName: string) =>
      make('contact', { firstName: 'Sebastian', lastName, birthday: '1984-02-29' });
    const [a, b] = [await sebastian('Hoffmannsthal'), await sebastian('Hofmannsthal')];
    assert.deepEqual(await suspected('contact', a.id), []);
    await look('contact');
    assert.deepEqual([await suspected('contact', a.id), await suspected('contact', b.id)], [[b.id], [a.id]]);
    await judge('contact', [a.id, b.id], true);
    assert.deepEqual(await suspected('contact', a.id), []);
  });

  it('CUS-14 merges all pairs that are likely enough as one job, which is foreseen and taken back', async () => {
    const mail = 'shen@yunhe.example';
    const [a, b, c] = [
      await make('lead', { lastName: '沈云鹤', mobile: '13900139001', email: mail }),
      await make('lead', { lastName: '沈云鹤', mobile: '13900139001', title: '总工' }),
      await make('lead', { lastName: '沈云鹤', email: mail, mobile: '13900139001' }),
    ];
    const [one, other] = [
      await make('lead', { lastName: '顾长河', mobile: '13900139777', email: 'gu@changhe.example' }),
      await make('lead', { lastName: '顾长河', mobile: '13900139777', email: 'gu@changhe.example' }),
    ];
    await look('lead');
    const foreseen = (await product.ask('GET', '/api/duplicates/lead/merges?least=0.8')).body;
    assert.deepEqual([foreseen.groups, foreseen.records], [2, 3]);
    assert.deepEqual(
      foreseen.examples.find(({ record }: Json) => record.id === a.id).with.map(({ id }: Json) => id),
      [b.id, c.id].sort(),
    );
    await judge('lead', [one.id, other.id], true);
    const job = (await product.ask('POST', '/api/bulk', { object: 'lead', do: 'merge', least: 0.8 })).body;
    assert.deepEqual(
      [job.state, job.total, job.changed, job.undoable],
      ['done', 1, 1, true],
      JSON.stringify(job),
    );
    const merged = (await product.ask('GET', `/api/records/lead/${a.id}`)).body;
    assert.equal(merged.title, '总工');
    for (const { id } of [b, c])
      assert.equal((await product.ask('GET', `/api/records/lead/${id}`)).status, 404);
    assert.equal((await product.ask('GET', `/api/records/lead/${other.id}`)).status, 200);

    const back = (await product.ask('POST', `/api/bulk/${job.id}/undo`)).body;
    assert.deepEqual([back.state, back.undone, back.kept], ['undone', 1, 0], JSON.stringify(back));
    assert.equal((await product.ask('GET', `/api/records/lead/${a.id}`)).body.title, null);
    for (const { id } of [b, c])
      assert.equal((await product.ask('GET', `/api/records/lead/${id}`)).status, 200);
    await product.ask('DELETE', `/api/records/lead/${a.id}`);

    const vague = await product.ask('POST', '/api/bulk', { object: 'lead', do: 'merge', least: 0.3 });
    assert.deepEqual([vague.status, vague.body.errors[0].field], [422, 'least']);
    assert.equal((await wei('POST', '/api/bulk', { object: 'lead', do: 'merge', least: 0.8 })).body.total, 0);
    for (const { id } of [b, c, one, other]) await product.ask('DELETE', `/api/records/lead/${id}`);
  });

  it('CUS-14 shows a pair only to who may change both of its records, and lets nobody else judge it', async () => {
    const a = await make('lead', { lastName: '陈思雨', mobile: '13800138123' }, wei);
    const b = await make('lead', { lastName: '陈思雨', mobile: '13800138123' });
    const own = [
      await make('lead', { lastName: '林晚舟', mobile: '13800138456' }, wei),
      await make('lead', { lastName: '林晚舟', mobile: '138 0013 8456' }, wei),
    ].map(({ id }) => id);
    await look('lead');
    assert.equal((await queue('lead')).count, 2);
    assert.deepEqual((await queue('lead', '?mine=true')).pairs.map(ids), [[a.id, b.id].sort()]);
    assert.deepEqual((await queue('lead', '', wei)).pairs.map(ids), [own.sort()]);
    const { objects } = (await wei('GET', '/api/duplicates')).body;
    assert.equal(objects.find(({ object }: Json) => object === 'lead').count, 1);
    assert.equal((await judge('lead', [a.id, b.id], true, wei)).status, 404);
    assert.equal((await queue('lead')).count, 2, 'nothing was remembered');
  });

  it('CUS-14 refuses what is no pair, naming it', async () => {
    const odd = await product.ask('POST', '/api/duplicates/account/verdict', {
      records: ['x'],
      different: 'no',
    });
    assert.deepEqual(
      [odd.status, odd.body.errors.map(({ field }: Json) => field)],
      [422, ['records', 'different']],
    );
    const nobody = '01890000-0000-7000-8000-000000000000';
    const { id } = await make('account', { name: '绍兴越州纺织' });
    assert.equal((await judge('account', [id, nobody], true)).status, 404);
    assert.equal((await judge('account', [id, id], true)).status, 422);
    assert.equal((await product.ask('GET', '/api/duplicates/account/pairs?least=2')).status, 422);
    assert.equal((await product.ask('GET', '/api/duplicates/task/pairs')).status, 404);
  });

  it('CUS-14 a look whose server died is taken up again by another, and one that is stopped leaves what was found', async () => {
    const before = await queue('contact');
    await product.pool.query(
      `update ws_main.duplicate_look set state = 'running', beat = now() - interval '2 minutes' where object = 'contact'`,
    );
    await product.pool.query(`delete from ws_main.duplicate_pair where object = 'contact'`);
    assert.equal((await ended('contact')).state, 'done');
    assert.deepEqual(await queue('contact'), before);
    await product.pool.query(
      `update ws_main.duplicate_look set state = 'running', beat = now() where object = 'contact'`,
    );
    const { body } = await product.ask('POST', '/api/duplicates/contact/look/cancel');
    assert.equal(body.state, 'cancelled');
    assert.deepEqual(await queue('contact'), before);
  });

  it('CUS-14 a company says by which fields, its own among them, records of any object are taken for one', async () => {
    const field = (values: object) => make('customField', values);
    const { name: machine } = await make('customObject', { labelZh: '机器', access: 'all' });
    const { name: serial } = await field({ object: machine, type: 'text', labelZh: '序列号' });
    const { name: maker } = await field({ object: machine, type: 'text', labelZh: '制造商' });
    const [first, second] = [
      await make(machine, { name: '一号压机', [serial]: 'PX-2000/17', [maker]: '湘江重工有限公司' }),
      await make(machine, { name: '压机（新）', [serial]: 'px-2000/17', [maker]: '湘江重工' }),
    ];
    assert.deepEqual(await suspected(machine, first.id), []);
    const rule = (values: object) =>
      product.ask('POST', '/api/records/duplicateRule', { object: machine, ...values });
    const refused = async (values: object) => {
      const { status, body } = await rule(values);
      assert.equal(status, 422, JSON.stringify(body));
      return body.errors.map((each: Json) => `${each.field} ${each.code}`);
    };
    assert.deepEqual(await refused({ field: 'nothing', kind: 'exact', weight: 50 }), ['field unknownField']);
    assert.deepEqual(await refused({ field: serial, kind: 'date', weight: 50 }), ['kind notComparedSo']);
    assert.deepEqual(await refused({ field: serial, kind: 'exact', weight: 101 }), ['weight outOfRange']);
    const { id: exact } = (await rule({ field: serial, kind: 'exact', weight: 50 })).body;
    assert.deepEqual(await suspected(machine, first.id), [], 'half of the doubt convinced');
    const { id: company } = (await rule({ field: maker, kind: 'organisation', weight: 40 })).body;
    assert.deepEqual(await suspected(machine, first.id), [second.id]);
    const asked = await product.ask('POST', `/api/duplicates/${machine}`, { [serial]: 'PX-2000/17' });
    assert.deepEqual(asked.body.duplicates, [], 'one sign alone convinced');
    await look(machine);
    const { pairs } = await queue(machine);
    assert.deepEqual(ids(pairs[0]).toSorted(), [first.id, second.id].toSorted());
    const fields = pairs[0].fields.map((each: Json) => each.field);
    assert.deepEqual(fields.toSorted(), [maker, serial].toSorted());
    const text = (await product.ask('GET', '/api/configuration')).body.records.duplicateRule;
    assert.deepEqual(
      text.map((each: Json) => [each.field, each.kind, each.weight]),
      [
        [serial, 'exact', 50],
        [maker, 'organisation', 40],
      ].toSorted(),
    );
    const [owned] = (
      await product.ask('GET', `/api/records/customField?where=${JSON.stringify({ name: serial })}`)
    ).body.records;
    const { dependents } = (await product.ask('GET', `/api/fields/${owned.id}/consequences`)).body;
    assert.deepEqual(
      dependents.map((each: Json) => each.name),
      ['duplicateRule'],
    );
    const indexes = async (count: number) => {
      const found = await product.pool.query(`select 1 from pg_indexes where indexname like '%alike_c'`);
      return found.rows.length === count ? true : undefined;
    };
    await eventually(() => indexes(2));
    await product.ask('DELETE', `/api/records/duplicateRule/${company}`);
    await product.ask('PATCH', `/api/records/duplicateRule/${exact}`, { weight: 0 });
    assert.deepEqual(await suspected(machine, first.id), []);
    await eventually(() => indexes(0));
  });

  it('CUS-14 what comes with the product is weighed otherwise where a company says so, and again as it came', async () => {
    const [one, other] = [
      await make('account', { name: '星河仪表有限公司' }),
      await make('account', { name: '星河仪表' }),
    ];
    assert.deepEqual(await suspected('account', one.id), [other.id]);
    const said = await make('duplicateRule', {
      object: 'account',
      field: 'name',
      kind: 'organisation',
      weight: 0,
    });
    assert.deepEqual(await suspected('account', one.id), [], 'a sign that was switched off convinced');
    const { likenesses } = (await product.ask('GET', '/api/fields/likenesses?object=account')).body;
    assert.ok(likenesses.some((each: Json) => each.field === 'name' && each.weight === 0.65));
    await product.ask('DELETE', `/api/records/duplicateRule/${said.id}`);
    assert.deepEqual(await suspected('account', one.id), [other.id]);
  });
});
