import type { ObjectFolder } from '#kernel/module.ts';
import { cancelInvoice, issueInvoice, payInvoice } from './invoice.actions.ts';
import { invoiceGuard } from './invoice.guard.ts';
import { invoice } from './invoice.object.ts';
import { invoicePolicy } from './invoice.policy.ts';
import { invoiceViews } from './invoice.views.ts';

export const invoiceFolder: ObjectFolder = {
  object: invoice,
  policy: invoicePolicy,
  views: invoiceViews,
  guard: invoiceGuard,
  actions: [issueInvoice, payInvoice, cancelInvoice],
};
