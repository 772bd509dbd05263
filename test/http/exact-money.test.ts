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
