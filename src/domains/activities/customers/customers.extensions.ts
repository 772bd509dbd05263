import { defineExtension } from '#kernel/extension.ts';
import { accountFields } from './account-fields.ts';
import { contactFields } from './contact-fields.ts';
import { untouchedAccounts, untouchedContacts } from './untouched-reports.ts';

/** What is known of customers from what was done about them. */
export const customerExtensions = [
  defineExtension('parties.account', {
    fields: accountFields,
    sections: { attention: ['lastTouchAt'] },
    reports: untouchedAccounts,
  }),
  defineExtension('parties.contact', {
    fields: contactFields,
    sections: { attention: ['lastTouchAt'] },
    reports: untouchedContacts,
  }),
];
