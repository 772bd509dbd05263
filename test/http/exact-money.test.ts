import assert from 'node:assert/strict';
import { test } from 'node:test';
import Big from 'big.js';
import fc from 'fast-check';
import { museum } from '#test/specimens/specimens.ts';
import { startProduct } from './product.ts';

test('amounts of any size come back to the cent and add up exactly, never as a float', async () => {
  const { ask } = await startProduct({ more: [museum] });
  const cents = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n });
  const prices = fc
    .sample(cents, { numRuns: 300 })
    .map((units) => new Big(units.toString()).div(100).toFixed(2));
  const made = await ask(
    'POST',
    '/api/records/specimen',
    ['0.1', '0.2', '-0.3', ...prices].map((price) => ({ name: '古币', price })),
  );
  assert.equal(made.status, 201, JSON.stringify(made.body).slice(0, 300));
  const amounts: readonly string[] = made.body.records.map(
    ({ price }: { price: { amount: string } }) => price.amount,
  );
  assert.deepEqual(amounts.slice(3), prices);
  const { groups } = (
    await ask('GET', '/api/records/specimen/aggregate?measures=sum(price),min(price),max(price)')
  ).body;
  const sum = prices.reduce((total, price) => total.plus(price), new Big(0));
  assert.equal(new Big(groups[0]['sum(price)']).toFixed(2), sum.toFixed(2));
  assert.equal(typeof groups[0]['sum(price)'], 'string');
});

test('money that a formula makes keeps its currency: shown, found, sorted, exported, and added up in the workspace’s', async () => {
  const { ask } = await startProduct({ more: [museum] });
  await ask('PATCH', '/api/company', { currencies: { USD: '7.12' } });
  const make = (name: string, price: string, pieces: number, insured: string) =>
    ask('POST', '/api/records/specimen', { name, price, pieces, insured });
  const cup = (await make('杯', 'USD 1000', 4, 'USD 900.5')).body;
  const bowl = (await make('碗', 'CNY 1000', 3, 'USD 1')).body;
  const none = (await make('盘', '', 3, '')).body;
  assert.deepEqual(cup.perPiece, { amount: '250.0000', currency: 'USD' });
  assert.deepEqual(bowl.perPiece, { amount: '333.3333', currency: 'CNY' });
  assert.deepEqual([cup.risk, bowl.risk, none.perPiece], [{ amount: '99.50', currency: 'USD' }, null, null]);

  const names = async (query: string) => {
    const { body } = await ask('GET', `/api/records/specimen?select=name&${query}`);
    return body.records.map(({ name }: { name: string }) => name);
  };
  assert.deepEqual(await names('sort=-perPiece'), ['碗', '杯', '盘']);
  const most = encodeURIComponent(JSON.stringify({ perPiece: { lt: { amount: '300', currency: 'USD' } } }));
  assert.deepEqual(await names(`where=${most}`), ['杯']);

  const { groups } = (await ask('GET', '/api/records/specimen/aggregate?measures=sum(perPiece),max(risk)'))
    .body;
  const inYuan = (amount: string) => new Big(amount).times('7.12').toFixed(4);
  assert.equal(
    new Big(groups[0]['sum(perPiece)']).toFixed(4),
    new Big(inYuan('250')).plus('333.3333').toFixed(4),
  );
  assert.equal(new Big(groups[0]['max(risk)']).toFixed(4), inYuan('99.5'));

  for (const name of ['price', 'perPiece']) {
    const by = (await ask('GET', `/api/records/specimen/aggregate?groupBy=${name}&measures=count`)).body;
    const shown = [cup, bowl, none].map((one) => ({ [name]: one[name], count: 1 }));
    assert.deepEqual(new Set(by.groups), new Set(shown));
  }

  const csv = await ask(
    'GET',
    '/api/records/specimen/export?format=csv&headers=names&select=name,perPiece&sort=-perPiece',
  );
  assert.deepEqual(String(csv.body).replace('\uFEFF', '').trim().split(/\r?\n/), [
    'name,perPiece,perPiece.currency',
    '碗,333.3333,CNY',
    '杯,250.0000,USD',
    '盘,,',
  ]);
});
