import { defineExtension, type Extension } from '#kernel/extension.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Grant } from '#kernel/policy.ts';
import { orderFields } from './order-fields.ts';
import { orderOpportunity } from './order-opportunity.ts';
import { orderQuote } from './order-quote.ts';

const ofCustomer = { account: '$visible' } as const;

function toSales<Name extends ObjectName>(grant: Grant<Name>): Readonly<Record<string, Grant<Name>>> {
  return { salesManager: grant, salesRepresentative: grant };
}

/** Whoever sees a customer sees what it ordered; an order is changed by its owner and everyone above. */
const orders = defineExtension('commerce.order', {
  fields: orderFields,
  sections: { origin: ['quote', 'opportunity'] },
  grants: toSales({
    read: ofCustomer,
    create: true,
    update: 'team',
    delete: { owner: '$actor', status: 'draft' },
  }),
});

/** Has the rights of the order that it is part of. */
const orderLines = defineExtension('commerce.orderLine', {
  grants: toSales({ read: 'all', create: true, update: 'all', delete: 'all' }),
});

/** Sales knows what its customers owe, and leaves the books to those who keep them. */
const books = (['invoice', 'payment', 'return'] as const).map(
  (name): Extension =>
    defineExtension(`commerce.${name}`, { grants: toSales({ read: ofCustomer } as Grant<never>) }),
);

const bookLines = (['invoiceLine', 'returnLine'] as const).map((name) =>
  defineExtension(`commerce.${name}`, { grants: toSales({ read: 'all' }) }),
);

const assets = defineExtension('commerce.asset', {
  grants: toSales({ read: ofCustomer, update: ofCustomer }),
});

const contracts = defineExtension('commerce.contract', {
  grants: toSales({
    read: ofCustomer,
    create: true,
    update: 'team',
    delete: { owner: '$actor', status: 'draft' },
  }),
});

/** Offers stand in the customer’s ledger too; they owe nobody anything. */
const ledger = defineExtension('commerce.ledgerEntry', {
  unites: [
    { object: 'sales.quote', itself: 'record', fields: { date: 'quotedOn' }, values: { kind: 'quote' } },
  ],
  grants: toSales({ read: { record: '$visible' } }),
});

/** Those who keep the books see what was offered. */
const quotes = (['quote', 'quoteLine'] as const).map(
  (name): Extension => defineExtension(`sales.${name}`, { grants: { accountant: { read: 'all' } } }),
);

export const extensions: readonly Extension[] = [
  orders,
  orderLines,
  ...books,
  ...bookLines,
  assets,
  contracts,
  ledger,
  ...quotes,
  defineExtension('sales.quote', { actions: [orderQuote] }),
  defineExtension('sales.opportunity', { actions: [orderOpportunity] }),
];
