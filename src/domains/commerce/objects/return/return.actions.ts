import Big from 'big.js';
import { defineAction } from '#kernel/action.ts';
import { update, updateWhere } from '#kernel/change.ts';
import { date } from '#kernel/field/date/date.ts';

/** The goods are here: the customer has them no longer and is credited. */
export const completeReturn = defineAction({
  name: 'commerce.completeReturn',
  object: 'commerce.return',
  icon: 'circle-check',
  available: { status: 'draft', amount: { isNull: false } },
  roles: ['accountant'],
  input: { returnedOn: date({ default: '$today' }) },
  async decide(goods, { returnedOn }, { read }) {
    const bill = goods.invoice === null ? undefined : await read('commerce.invoice', goods.invoice);
    const fits = new Big(bill?.open?.amount ?? 0).gte(goods.amount?.amount ?? 0);
    return {
      changes: [
        updateWhere('commerce.returnLine', { return: goods.id }, { completed: true }),
        update('commerce.return', goods.id, {
          status: 'completed',
          returnedOn: returnedOn ?? goods.returnedOn,
          // What has been paid already is credited on account.
          invoice: fits ? goods.invoice : null,
        }),
      ],
    };
  },
});

export const cancelReturn = defineAction({
  name: 'commerce.cancelReturn',
  object: 'commerce.return',
  icon: 'circle-x',
  available: { status: 'draft' },
  input: {},
  decide: (goods) => ({ changes: [update('commerce.return', goods.id, { status: 'cancelled' })] }),
});
