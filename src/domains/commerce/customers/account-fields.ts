import { call, literal, path } from '#kernel/expression/expression.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { billed, ordered } from '../states.ts';
import { frequencyScore, monetaryScore, recencyScore, valueScore } from './value-score/value-score.ts';

const orders = { object: 'commerce.order', by: 'account', where: ordered } as const;
const lastYear = { ...orders, where: { ...ordered, orderedOn: { in: 'last365Days' } } } as const;
const invoices = { object: 'commerce.invoice', by: 'account' } as const;
const revenue = { ...invoices, measure: 'sum', field: 'amount', below: 'parent' } as const;
const owed = { ...invoices, measure: 'sum', field: 'open' } as const;

/** What is known of an account from what it bought and paid. */
export const accountFields = {
  openBalance: rollup({ object: 'commerce.ledgerEntry', by: 'account', measure: 'sum', field: 'effect' }),
  overdueAmount: rollup({ ...owed, where: { status: 'issued', dueOn: { lt: '$today' } } }),
  invoicedThisYear: rollup({ ...revenue, where: { ...billed, issuedOn: { in: 'thisYear' } } }),
  invoicedTotal: rollup({ ...revenue, where: billed }),
  orderCount: rollup({ ...orders, measure: 'count' }),
  firstOrderOn: rollup({ ...orders, measure: 'min', field: 'orderedOn' }),
  lastOrderOn: rollup({ ...orders, measure: 'max', field: 'orderedOn' }),
  daysBetweenOrders: formula(
    'decimal',
    call(
      'divide',
      call('daysBetween', path('firstOrderOn'), path('lastOrderOn')),
      call('subtract', path('orderCount'), literal('number', '1')),
    ),
    { scale: 0 },
  ),
  ordersLastYear: rollup({ ...lastYear, measure: 'count' }),
  orderedLastYear: rollup({ ...lastYear, measure: 'sum', field: 'amount' }),
  recencyScore: formula('decimal', recencyScore, { scale: 0 }),
  frequencyScore: formula('decimal', frequencyScore, { scale: 0 }),
  monetaryScore: formula('decimal', monetaryScore, { scale: 0 }),
  valueScore: formula('decimal', valueScore, { scale: 0 }),
  holdings: rollup({
    object: 'commerce.asset',
    by: 'account',
    measure: 'count',
    where: { owned: { gt: '0' } },
  }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'commerce parties.account': typeof accountFields;
  }
}
