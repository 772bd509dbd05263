import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Product, startProduct } from '#test/http/product.ts';

describe('what happens on the customer’s side', () => {
  let product: Product;
  let account = '';
  before(async () => {
    product = await startProduct();
    account = (await make('account', { name: '株洲天成轨道交通' })).id;
  });

  const make = async (object: string, values: object) => {
    const answer = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const list = async (object: string, where: object) =>
    (await product.ask('GET', `/api/records/${object}?where=${encodeURIComponent(JSON.stringify(where))}`))
      .body.records;

  it('CUS-11 is stored by kind, stands on the timeline and can be asked for', async () => {
    const regarding = { object: 'account', id: account };
    const kinds = ['complaint', 'contractEnd', 'birthday', 'outage'];
    for (const [day, kind] of kinds.entries())
      await make('customerEvent', {
        subject: kind,
        kind,
        regarding,
        occursAt: `2026-11-0${day + 1}T01:00:00Z`,
      });
    const found = await list('customerEvent', {
      kind: { in: ['complaint', 'outage'] },
      occursAt: { gte: '2026-11-01T00:00:00Z' },
      regarding: regarding,
    });
    assert.deepEqual(
      found.map(({ kind }: { kind: string }) => kind),
      ['outage', 'complaint'],
    );
    const { groups } = (await product.ask('GET', '/api/records/customerEvent/aggregate?groupBy=kind')).body;
    assert.equal(groups.length, 4);
    const { entries } = (await product.ask('GET', `/api/records/account/${account}/timeline`)).body;
    for (const kind of kinds)
      assert.ok(
        entries.some(({ record }: { record: { name: string } }) => record.name === kind),
        kind,
      );
    const strange = await product.ask('POST', '/api/records/customerEvent', {
      subject: '?',
      kind: 'eclipse',
    });
    assert.deepEqual([strange.status, strange.body.errors[0].field], [422, 'kind']);
  });

  it('CUS-11 sets off what is to follow: a task at once, one in time, and the same again next year', async () => {
    const regarding = { object: 'account', id: account };
    const outage = { subject: '产线停机', kind: 'outage', severity: 'critical', regarding };
    await make('customerEvent', outage);
    const ago = new Date(Date.now() - 60_000).toISOString();
    const birthday = await make('customerEvent', {
      ...{ subject: '段总生日', kind: 'birthday', status: 'expected', yearly: true, regarding },
      ...{ occursAt: ago, remindAt: ago },
    });
    const tasks = await eventually(async () => {
      const made = await list('task', { regarding });
      return made.length === 2 ? made : undefined;
    });
    assert.deepEqual(tasks.map(({ subject }: { subject: string }) => subject).sort(), [
      '产线停机',
      '段总生日',
    ]);
    const next = await eventually(
      async () => (await list('customerEvent', { status: 'expected', id: { ne: birthday.id } }))[0],
    );
    const year = new Date(ago).getUTCFullYear() + 1;
    assert.deepEqual([next.subject, new Date(next.occursAt).getUTCFullYear()], ['段总生日', year]);
    assert.equal(Date.parse(next.occursAt), Date.parse(next.remindAt));
    const born = { subject: '周年', kind: 'anniversary', yearly: true, occursAt: '1985-02-28T16:00:00Z' };
    const founded = await make('customerEvent', born);
    const coming = await eventually(
      async () => (await list('customerEvent', { subject: '周年', id: { ne: founded.id } }))[0],
    );
    assert.ok(Date.parse(coming.occursAt) > Date.now(), coming.occursAt);
  });
});

async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 150; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error('It did not happen within nine seconds');
}
