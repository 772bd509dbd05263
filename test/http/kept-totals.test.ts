import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { date } from '#kernel/field/date/date.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { runningTotal } from '#kernel/field/rollup/running-total.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { bring, settled, start } from './importing.ts';
import type { Asking } from './product.ts';

type Json = ReturnType<JSON['parse']>;

const cashbox = defineObject({
  name: 'till.cashbox',
  icon: 'box',
  fields: {
    name: text({ required: true, unique: true }),
    inside: money({ total: { object: 'till.coin', by: 'cashbox', field: 'value', where: { spent: false } } }),
  },
});

const coin = defineObject({
  name: 'till.coin',
  icon: 'coin',
  fields: {
    name: text({ required: true }),
    cashbox: reference('till.cashbox', { required: true }),
    value: money(),
    spent: boolean({ default: false }),
    on: date(),
    balance: runningTotal({ of: 'value', within: 'cashbox', along: 'on' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'till.cashbox': typeof cashbox;
    'till.coin': typeof coin;
  }
}

const till = defineModule({
  name: 'till',
  depends: [],
  objects: [{ object: cashbox }, { object: coin }],
  roles: [],
  navigation: [],
  locales: { en: {}, 'zh-CN': {} },
});

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('a total that is kept', () => {
  let ask: Asking;
  before(async () => {
    ({ ask } = await start(till));
  });

  const made = async (object: string, values: object): Promise<Json> => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const box = async (name: string): Promise<string> => (await made('cashbox', { name })).id;
  const put = (cashbox: string, amount: string, more: object = {}) =>
    made('coin', { name: amount, cashbox, value: yuan(amount), ...more });
  const change = async (id: string, values: object) => {
    const { status, body } = await ask('PATCH', `/api/records/coin/${id}`, values);
    assert.equal(status, 200, JSON.stringify(body));
  };
  const inside = async (id: string): Promise<string | undefined> =>
    (await ask('GET', `/api/records/cashbox/${id}`)).body.inside?.amount;

  it('follows what is written, moved, left out, deleted and restored', async () => {
    const [one, other] = [await box('红匣'), await box('蓝匣')];
    const first = await put(one, '0.10');
    const second = await put(one, '0.20');
    assert.equal(await inside(one), '0.30');
    await change(first.id, { value: yuan('1.10') });
    assert.equal(await inside(one), '1.30');
    await change(second.id, { cashbox: other });
    assert.deepEqual([await inside(one), await inside(other)], ['1.10', '0.20']);
    await change(first.id, { spent: true });
    assert.equal(await inside(one), undefined, 'nothing adds to it');
    await ask('DELETE', `/api/records/coin/${second.id}`);
    assert.equal(await inside(other), undefined);
    await ask('POST', `/api/records/coin/${second.id}/restore`);
    assert.equal(await inside(other), '0.20');
  });

  it('is right again in a record that comes back after its parts have changed', async () => {
    const id = await box('旧匣');
    const coin = await put(id, '4.00');
    assert.equal((await ask('DELETE', `/api/records/cashbox/${id}`)).status, 204);
    await change(coin.id, { value: yuan('7.00') });
    await ask('POST', `/api/records/cashbox/${id}/restore`);
    assert.equal(await inside(id), '7.00');
  });

  it('is right when many add and change at once', async () => {
    const id = await box('众人匣');
    const there = await put(id, '1.00');
    await Promise.all([
      ...Array.from({ length: 12 }, () => put(id, '0.01')),
      change(there.id, { value: yuan('2.00') }),
    ]);
    assert.equal(await inside(id), '2.12');
  });

  it('follows an import and its taking back', async () => {
    const id = await box('账房匣');
    await put(id, '5.00');
    const rows = Array.from({ length: 30 }, (_, number) => `枚${number},账房匣,0.50`);
    const mapping = ['name', 'cashbox', 'value'].map((field) => ({ column: field, field }));
    const { body } = await ask('GET', `/api/records/cashbox/${id}`);
    const brought = await bring(
      ask,
      [['coins.csv', Buffer.from(`name,cashbox,value\n${rows.join('\n')}\n`)]],
      { run: true, files: [{ name: 'coins.csv', object: 'coin', mapping }] },
    );
    const job = await settled(ask, brought.body.id);
    assert.equal(job.files[0].created, 30, JSON.stringify(job));
    assert.deepEqual([body.inside, await inside(id)], [yuan('5.00'), '20.00']);
    assert.equal((await ask('POST', `/api/imports/${job.id}/rollback`)).status, 200);
    assert.equal((await settled(ask, job.id)).state, 'rolledBack');
    assert.equal(await inside(id), '5.00');
  });

  it('stands beside the balance after each record, for each whole apart', async () => {
    const [id, other] = [await box('日记匣'), await box('邻匣')];
    await put(id, '3.00', { on: '2026-03-03' });
    await put(id, '1.00', { on: '2026-01-01' });
    await put(id, '-2.00', { on: '2026-02-02' });
    await put(other, '100.00', { on: '2026-01-15' });
    const where = encodeURIComponent(JSON.stringify({ cashbox: id }));
    const { records } = (await ask('GET', `/api/records/coin?select=on,balance&sort=on&where=${where}`)).body;
    assert.deepEqual(
      records.map(({ balance }: Json) => `${balance.amount} ${balance.currency}`),
      ['1.00 CNY', '-1.00 CNY', '2.00 CNY'],
    );
  });
});
