import { everyday } from '#domains/activities/api.ts';
import { defineExtension } from '#kernel/extension.ts';
import { accountFields } from './account-fields.ts';

/** Those who look after the books know every customer, and what is known of each from the books. */
const accounts = defineExtension('parties.account', {
  fields: accountFields,
  highlights: ['openBalance', 'valueScore'],
  sections: {
    purchases: [
      'openBalance',
      'overdueAmount',
      'invoicedThisYear',
      'invoicedTotal',
      'orderCount',
      'lastOrderOn',
      'daysBetweenOrders',
      'holdings',
    ],
    value: [
      'valueScore',
      'recencyScore',
      'frequencyScore',
      'monetaryScore',
      'ordersLastYear',
      'orderedLastYear',
    ],
  },
  grants: { accountant: { read: 'all' } },
});

const products = defineExtension('catalogue.product', { grants: { accountant: { read: 'all' } } });

export const customerExtensions = [accounts, products, ...everyday.grants(['accountant'])];
