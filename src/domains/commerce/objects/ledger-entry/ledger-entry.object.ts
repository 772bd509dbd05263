import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { runningTotal } from '#kernel/field/rollup/running-total.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';
import { kinds, standings } from './kinds.ts';

/**
 * A customer's ledger: every order, invoice, payment and return under the same words, by its date. `effect` is what it
 * does to what the customer owes, and `balance` what he owes after it, for each currency apart.
 */
export const ledgerEntry = defineObject({
  name: 'commerce.ledgerEntry',
  icon: 'book',
  nameField: 'number',
  defaultSort: '-date',
  unites: [
    {
      object: 'commerce.order',
      itself: 'record',
      fields: { date: 'orderedOn' },
      values: { kind: 'order' },
    },
    {
      object: 'commerce.invoice',
      itself: 'record',
      fields: { date: 'issuedOn', effect: 'amount' },
      values: { kind: 'invoice' },
      where: { status: ['issued', 'paid'] },
    },
    {
      object: 'commerce.invoice',
      itself: 'record',
      fields: { date: 'issuedOn' },
      values: { kind: 'invoice' },
      where: { status: ['draft', 'cancelled'] },
    },
    {
      object: 'commerce.payment',
      itself: 'record',
      fields: { date: 'paidOn', effect: 'amount' },
      values: { kind: 'payment' },
      negated: ['effect'],
      where: { status: ['received'] },
    },
    {
      object: 'commerce.payment',
      itself: 'record',
      fields: { date: 'paidOn' },
      values: { kind: 'payment' },
      where: { status: ['cancelled'] },
    },
    {
      object: 'commerce.return',
      itself: 'record',
      fields: { date: 'returnedOn', effect: 'amount' },
      values: { kind: 'return' },
      negated: ['effect'],
      where: { status: ['completed'] },
    },
    {
      object: 'commerce.return',
      itself: 'record',
      fields: { date: 'returnedOn' },
      values: { kind: 'return' },
      where: { status: ['draft', 'cancelled'] },
    },
  ],
  fields: {
    number: text(),
    kind: choice(kinds),
    date: date(),
    status: choice(standings),
    amount: money(),
    effect: money(),
    balance: runningTotal({ of: 'effect', within: 'account', along: 'date' }),
    account: reference('parties.account', { timeline: false }),
    record: regarding({
      timeline: false,
      targets: ['commerce.order', 'commerce.invoice', 'commerce.payment', 'commerce.return'],
    }),
    owner: user(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.ledgerEntry': typeof ledgerEntry;
  }
}
