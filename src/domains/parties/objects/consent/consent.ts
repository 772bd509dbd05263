import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { consent } from './consent.object.ts';
import { consentViews } from './consent.views.ts';

/** Seen with the person who gave it, and put down by whoever hears it. */
export const consentFolder: ObjectFolder = {
  object: consent,
  policy: definePolicy('parties.consent', { everyone: { read: { subject: '$visible' }, create: true } }),
  views: consentViews,
};
