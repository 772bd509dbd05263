import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import Big from 'big.js';
import fc from 'fast-check';
import { statementsOn } from '#test/http/noted-statements.ts';
import { type Answer, type Asking, type Product, startProduct } from '#test/http/product.ts';

const rates: Readonly<Record<string, string>> = { CNY: '1', USD: '7.13', EUR: '8.21' };
const currencies = Object.keys(rates);

/** One thing that happens between the company and a customer; numbers choose among what is there. */
type Happening =
  | {
      readonly kind: 'bill' | 'payOnAccount';
      readonly cents: number;
      readonly currency: string;
      readonly day: number;
    }
  | { readonly kind: 'pay' | 'credit'; readonly which: number; readonly share: number; readonly day: number }
  | { readonly kind: 'cancelPayment' | 'cancelInvoice'; readonly which: number };

const day = fc.integer({ min: 1, max: 28 });
const which = fc.nat(5);
const money = {
  cents: fc.integer({ min: 1, max: 99_999_999 }),
  currency: fc.constantFrom(...currencies),
  day,
};
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('bill' as const), ...money }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('payOnAccount' as const), ...money }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('pay' as const, 'credit' as const),
      which,
      share: fc.constantFrom(0.1, 0.5, 1, 1.2),
      day,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('cancelPayment' as const, 'cancelInvoice' as const),
      which,
    }),
  },
);

interface Bill {
  readonly id: string;
  readonly currency: string;
  open: Big;
  touched: boolean;
}

interface Paid {
  readonly id: string;
  readonly amount: Big;
  readonly currency: string;
  readonly bill?: Bill;
}

describe('a customer’s ledger', () => {
  let product: Product;
  let ask: Asking;
  before(async () => {
    product = await startProduct();
    ({ ask } = product);
    await ask('PATCH', '/api/company', { currencies: rates });
  });

  const made = (answer: Answer): string => {
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  };

  /** Plays a history through the API beside a model of it in memory; gives the model’s balance by currency. */
  async function play(account: string, history: readonly Happening[]): Promise<Map<string, Big>> {
    const bills: Bill[] = [];
    const payments: Paid[] = [];
    const balance = new Map<string, Big>();
    const owe = (currency: string, more: Big) =>
      balance.set(currency, (balance.get(currency) ?? new Big(0)).plus(more));
    const on = (number: number) => `2026-05-${String(number).padStart(2, '0')}`;
    for (const one of history) {
      if (one.kind === 'bill' || one.kind === 'payOnAccount') {
        const { currency } = one;
        const amount = new Big(one.cents).div(100);
        const value = { amount: amount.toFixed(2), currency };
        if (one.kind === 'bill') {
          const id = made(
            await ask('POST', '/api/records/invoice', { account, amount: value, issuedOn: on(one.day) }),
          );
          const input = { issuedOn: on(one.day) };
          assert.equal((await ask('POST', '/api/actions/commerce.issueInvoice', { id, input })).status, 200);
          bills.push({ id, currency, open: amount, touched: false });
          owe(currency, amount);
        } else {
          const id = made(
            await ask('POST', '/api/records/payment', { account, amount: value, paidOn: on(one.day) }),
          );
          payments.push({ id, amount, currency });
          owe(currency, amount.times(-1));
        }
      } else if (one.kind === 'pay' || one.kind === 'credit') {
        const bill = bills[one.which % Math.max(1, bills.length)];
        if (bill === undefined || bill.open.eq(0)) continue;
        const amount = bill.open.times(one.share).round(2, Big.roundUp);
        const value = { amount: amount.toFixed(2), currency: bill.currency };
        const fits = amount.lte(bill.open);
        if (one.kind === 'pay') {
          const values = { account, invoice: bill.id, amount: value, paidOn: on(one.day) };
          const answer = await ask('POST', '/api/records/payment', values);
          assert.equal(answer.status, fits ? 201 : 422, JSON.stringify(answer.body));
          if (!fits) continue;
          payments.push({ id: answer.body.id, amount, currency: bill.currency, bill });
        } else {
          const values = { account, invoice: bill.id, amount: value, returnedOn: on(one.day) };
          const id = made(await ask('POST', '/api/records/return', values));
          const input = { returnedOn: on(one.day) };
          assert.equal(
            (await ask('POST', '/api/actions/commerce.completeReturn', { id, input })).status,
            200,
          );
        }
        // A credit of more than is open stands on account.
        if (fits) {
          bill.open = bill.open.minus(amount);
          bill.touched = true;
        }
        owe(bill.currency, amount.times(-1));
      } else if (one.kind === 'cancelPayment') {
        const [payment] = payments.splice(one.which % Math.max(1, payments.length), 1);
        if (payment === undefined) continue;
        assert.equal(
          (await ask('POST', '/api/actions/commerce.cancelPayment', { id: payment.id })).status,
          200,
        );
        if (payment.bill) payment.bill.open = payment.bill.open.plus(payment.amount);
        owe(payment.currency, payment.amount);
      } else if (one.kind === 'cancelInvoice') {
        const bill = bills[one.which % Math.max(1, bills.length)];
        if (bill === undefined) continue;
        const { status } = await ask('POST', '/api/actions/commerce.cancelInvoice', { id: bill.id });
        if (bill.touched) {
          // Something was paid or credited, and stands unless it was recalled since.
          if (status !== 200) continue;
        } else assert.equal(status, 200);
        owe(bill.currency, bill.open.times(-1));
        bills.splice(bills.indexOf(bill), 1);
      }
    }
    for (const bill of bills) {
      const { open } = (await ask('GET', `/api/records/invoice/${bill.id}`)).body;
      assert.equal(open.amount, bill.open.toFixed(2));
    }
    return balance;
  }

  it('CUS-10 ends at the sum of open invoices less payments and returns, whatever happened', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 14 }), async (history) => {
        number++;
        const account = made(await ask('POST', '/api/records/account', { name: `客户 ${number}` }));
        const expected = await play(account, history);
        const where = JSON.stringify({ account, effect: { isNull: false } });
        const { records } = (
          await ask(
            'GET',
            `/api/records/ledgerEntry?where=${where}&sort=date,createdAt&select=effect,balance,date,createdAt&limit=200`,
          )
        ).body as { records: readonly { effect: Amount; balance: Amount }[] };
        const running = new Map<string, Big>();
        for (const { effect, balance } of records) {
          const before = running.get(effect.currency) ?? new Big(0);
          const after = before.plus(effect.amount);
          running.set(effect.currency, after);
          assert.deepEqual(balance, { amount: after.toFixed(2), currency: effect.currency });
        }
        for (const [currency, amount] of expected)
          assert.equal((running.get(currency) ?? new Big(0)).toFixed(2), amount.toFixed(2), currency);
        const inYuan = [...expected].reduce(
          (sum, [code, amount]) => sum.plus(amount.times(rates[code] ?? '1')),
          new Big(0),
        );
        const { openBalance } = (await ask('GET', `/api/records/account/${account}?select=openBalance`)).body;
        assert.equal(openBalance, inYuan.toFixed(2));
      }),
      { numRuns: 25 },
    );
  });

  it('CUS-04 knows the balance and the holdings exactly while many write at once', async () => {
    const account = made(await ask('POST', '/api/records/account', { name: '同时记账' }));
    const invoice = made(await ask('POST', '/api/records/invoice', { account, amount: '100' }));
    await ask('POST', '/api/actions/commerce.issueInvoice', { id: invoice, input: {} });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        ask('POST', '/api/records/payment', { account, invoice, amount: '10' }),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 201).length;
    assert.equal(accepted, 10, 'ten times ten is a hundred; the others would be more than is open');
    for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
      assert.equal(status, 422);
      assert.deepEqual(
        body.errors.map(({ field }: { field: string }) => field),
        ['amount'],
      );
    }
    const bill = (await ask('GET', `/api/records/invoice/${invoice}`)).body;
    assert.deepEqual([bill.status, bill.open.amount, bill.paid.amount], ['paid', '0.00', '100.00']);
    assert.equal((await ask('GET', `/api/records/account/${account}`)).body.openBalance, '0.00');
  });

  it('CUS-10 is read in one statement, running totals, names and count included', async () => {
    const statements = statementsOn(product.serving, /"ledgerEntry"/);
    const { body } = await ask(
      'GET',
      '/api/records/ledgerEntry?select=number,balance,account.name&limit=60&count=true',
    );
    assert.ok(body.count > 20);
    assert.equal(statements.length, 1, statements.join('\n'));
  });
});

interface Amount {
  readonly amount: string;
  readonly currency: string;
}
