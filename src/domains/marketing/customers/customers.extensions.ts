import { everyday } from '#domains/activities/api.ts';
import { defineExtension } from '#kernel/extension.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Grant } from '#kernel/policy.ts';
import { addContact } from './add-contact.ts';

const roles = ['marketingManager', 'marketer'] as const;

function toMarketing<Name extends ObjectName>(grant: Grant<Name>): Readonly<Record<string, Grant<Name>>> {
  return { marketingManager: grant, marketer: grant };
}

/** Marketing sees every customer and keeps the people there; a customer's page shows which campaigns reached them. */
export const customerExtensions = [
  ...everyday.grants(roles),
  defineExtension('parties.account', {
    related: [{ object: 'marketing.campaignMember', by: 'contact.account' }],
    grants: toMarketing({ read: 'all' }),
  }),
  defineExtension('parties.contact', {
    actions: [addContact],
    grants: toMarketing({ read: 'all', create: true, update: 'all' }),
  }),
];
