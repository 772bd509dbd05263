import { everyday } from '#domains/activities/api.ts';
import { defineExtension } from '#kernel/extension.ts';
import { accountFields } from './account-fields.ts';

const roles = ['serviceManager', 'serviceAgent'] as const;
const reading = Object.fromEntries(roles.map((role) => [role, { read: 'all' } as const]));

/** Anybody may call: service knows every customer, and of products everything but their price. */
export const customerExtensions = [
  defineExtension('parties.account', {
    fields: accountFields,
    sections: { support: ['openCases', 'openComplaints'] },
    grants: reading,
  }),
  defineExtension('catalogue.product', {
    grants: {
      serviceManager: { read: 'all' },
      serviceAgent: { read: 'all', fields: { price: 'hidden' } },
    },
  }),
  ...everyday.grants(roles),
];
