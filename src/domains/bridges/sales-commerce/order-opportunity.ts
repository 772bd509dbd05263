import { pricing } from '#domains/catalogue/api.ts';
import { defineAction } from '#kernel/action.ts';
import { create, update } from '#kernel/change.ts';
import { date } from '#kernel/field/date/date.ts';
import { percent } from '#kernel/field/percent/percent.ts';

/** A won deal becomes an order of its lines or, where it has none, of its amount. */
export const orderOpportunity = defineAction({
  name: 'salesCommerce.orderOpportunity',
  object: 'sales.opportunity',
  icon: 'shopping-cart',
  available: { stage: 'won', account: { isNull: false } },
  input: { orderedOn: date({ default: '$today' }), taxRate: percent({ default: '13' }) },
  async decide(deal, { orderedOn, taxRate }, { list, newId, today }) {
    const order = newId();
    const lines = (await list('sales.opportunityLine', { opportunity: deal.id })).flatMap(
      ({ unitPrice, ...line }) => (unitPrice === null ? [] : [{ ...line, unitPrice, taxRate }]),
    );
    const { account, contact, owner, name: subject } = deal;
    const amount = lines.length === 0 ? { amount: deal.amount } : {};
    return {
      changes: [
        create('commerce.order', order, {
          account,
          contact,
          owner,
          subject,
          opportunity: deal.id,
          ...amount,
        }),
        ...lines.map((line) => create('commerce.orderLine', newId(), { ...pricing.copyOfLine(line), order })),
        update('commerce.order', order, { status: 'placed', orderedOn: orderedOn ?? today }),
      ],
      records: [{ object: 'commerce.order', id: order }],
    };
  },
});
