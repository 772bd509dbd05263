import { pricing } from '#domains/catalogue/api.ts';
import { defineAction } from '#kernel/action.ts';
import { create, update } from '#kernel/change.ts';
import { date } from '#kernel/field/date/date.ts';
import { text } from '#kernel/field/text/text.ts';

/** The customer orders what was offered: the quote is accepted, the order placed, in one step. */
export const orderQuote = defineAction({
  name: 'salesCommerce.orderQuote',
  object: 'sales.quote',
  icon: 'shopping-cart',
  primary: true,
  available: { status: { in: ['draft', 'sent', 'accepted'] }, amount: { isNull: false } },
  input: { orderedOn: date({ default: '$today' }), customerReference: text() },
  async decide(quote, { orderedOn, customerReference }, { list, newId, today }) {
    const order = newId();
    const lines = await list('sales.quoteLine', { quote: quote.id });
    const { account, contact, owner, subject, opportunity } = quote;
    const amount = lines.length === 0 ? { amount: quote.amount } : {};
    const from = {
      account,
      contact,
      owner,
      subject,
      opportunity,
      quote: quote.id,
      customerReference,
      ...amount,
    };
    return {
      changes: [
        ...(quote.status === 'accepted'
          ? []
          : [update('sales.quote', quote.id, { status: 'accepted', answeredOn: orderedOn ?? today })]),
        create('commerce.order', order, from),
        ...lines.map((line) => create('commerce.orderLine', newId(), { ...pricing.copyOfLine(line), order })),
        update('commerce.order', order, { status: 'placed', orderedOn: orderedOn ?? today }),
      ],
      records: [{ object: 'commerce.order', id: order }],
    };
  },
});
