import { pricing } from '#domains/catalogue/api.ts';
import { defineAction } from '#kernel/action.ts';
import { create, update } from '#kernel/change.ts';
import { date } from '#kernel/field/date/date.ts';
import { percent } from '#kernel/field/percent/percent.ts';
import { text } from '#kernel/field/text/text.ts';

/** Makes an offer out of a deal and its lines. */
export const quoteOpportunity = defineAction({
  name: 'sales.quoteOpportunity',
  object: 'sales.opportunity',
  icon: 'file-dollar',
  available: { account: { isNull: false }, stage: { ne: 'lost' } },
  input: { validUntil: date(), taxRate: percent({ default: '13' }) },
  async decide(deal, { validUntil, taxRate }, { list, newId }) {
    const quote = newId();
    const lines = await list('sales.opportunityLine', { opportunity: deal.id });
    const priced = lines.flatMap(({ unitPrice, ...line }) =>
      unitPrice === null ? [] : [{ ...line, unitPrice }],
    );
    const { name: subject, account, contact, owner } = deal;
    return {
      changes: [
        create('sales.quote', quote, { subject, account, contact, owner, opportunity: deal.id, validUntil }),
        ...priced.map((line) =>
          create('sales.quoteLine', newId(), { ...pricing.copyOfLine({ ...line, taxRate }), quote }),
        ),
      ],
      records: [{ object: 'sales.quote', id: quote }],
    };
  },
});

/** It has gone out to the customer. */
export const sendQuote = defineAction({
  name: 'sales.sendQuote',
  object: 'sales.quote',
  icon: 'send',
  available: { status: 'draft', amount: { isNull: false } },
  input: { validUntil: date() },
  decide: (quote, { validUntil }) => ({
    changes: [
      update('sales.quote', quote.id, { status: 'sent', validUntil: validUntil ?? quote.validUntil }),
    ],
  }),
});

/** The customer has said yes. */
export const acceptQuote = defineAction({
  name: 'sales.acceptQuote',
  object: 'sales.quote',
  icon: 'circle-check',
  available: { status: { in: ['draft', 'sent'] }, amount: { isNull: false } },
  input: { answeredOn: date({ default: '$today' }) },
  decide: (quote, { answeredOn }) => ({
    changes: [update('sales.quote', quote.id, { status: 'accepted', answeredOn })],
  }),
});

/** The customer has said no. */
export const declineQuote = defineAction({
  name: 'sales.declineQuote',
  object: 'sales.quote',
  icon: 'circle-x',
  available: { status: { in: ['draft', 'sent'] } },
  input: { declineReason: text(), answeredOn: date({ default: '$today' }) },
  decide: (quote, { declineReason, answeredOn }) => ({
    changes: [update('sales.quote', quote.id, { status: 'declined', declineReason, answeredOn })],
  }),
});

/** Takes it back to be changed. */
export const reviseQuote = defineAction({
  name: 'sales.reviseQuote',
  object: 'sales.quote',
  icon: 'pencil',
  available: { status: { in: ['sent', 'declined'] } },
  input: {},
  decide: (quote) => ({
    changes: [update('sales.quote', quote.id, { status: 'draft', answeredOn: null })],
  }),
});
