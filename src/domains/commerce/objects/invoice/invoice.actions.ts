import { defineAction } from '#kernel/action.ts';
import { create, update } from '#kernel/change.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { money } from '#kernel/field/money/money.ts';
import { daysLater } from '../../days-later.ts';
import { methods } from '../payment/methods.ts';

/** It goes out: from now on the customer owes it. */
export const issueInvoice = defineAction({
  name: 'commerce.issueInvoice',
  object: 'commerce.invoice',
  icon: 'send',
  available: { status: 'draft', amount: { isNull: false } },
  roles: ['accountant'],
  input: { issuedOn: date({ default: '$today' }), dueOn: date() },
  decide(invoice, { issuedOn, dueOn }, { today }) {
    const on = issuedOn ?? today;
    const due = dueOn ?? invoice.dueOn ?? daysLater(on, 30);
    return {
      changes: [update('commerce.invoice', invoice.id, { status: 'issued', issuedOn: on, dueOn: due })],
    };
  },
});

/** Money has come in for it: all that is open unless told. */
export const payInvoice = defineAction({
  name: 'commerce.payInvoice',
  object: 'commerce.invoice',
  icon: 'cash',
  available: { status: 'issued' },
  roles: ['accountant'],
  input: {
    amount: money(),
    paidOn: date({ default: '$today' }),
    method: choice(methods, { default: 'bankTransfer' }),
  },
  decide(invoice, { amount, paidOn, method }, { newId }) {
    const values = { account: invoice.account, invoice: invoice.id, owner: invoice.owner, method };
    const id = newId();
    return {
      changes: [create('commerce.payment', id, { ...values, amount: amount ?? invoice.open, paidOn })],
      records: [{ object: 'commerce.payment', id }],
    };
  },
});

/** It was wrong: nobody owes it. */
export const cancelInvoice = defineAction({
  name: 'commerce.cancelInvoice',
  object: 'commerce.invoice',
  icon: 'circle-x',
  available: { status: { in: ['draft', 'issued'] }, paid: null, credited: null },
  roles: ['accountant'],
  input: {},
  decide: (invoice) => ({ changes: [update('commerce.invoice', invoice.id, { status: 'cancelled' })] }),
});
