import { defineExtension } from '#kernel/extension.ts';
import { accountFields } from './account-fields.ts';
import { contactFields } from './contact-fields.ts';

/** What is known of customers from what was done about them. */
export const customerExtensions = [
  defineExtension('parties.account', { fields: accountFields, sections: { attention: ['lastTouchAt'] } }),
  defineExtension('parties.contact', { fields: contactFields, sections: { attention: ['lastTouchAt'] } }),
];
