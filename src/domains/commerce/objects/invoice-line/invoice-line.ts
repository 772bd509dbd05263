import { pricing } from '#domains/catalogue/api.ts';
import type { ObjectFolder } from '#kernel/module.ts';
import { invoiceLine } from './invoice-line.object.ts';
import { invoiceLinePolicy } from './invoice-line.policy.ts';

export const invoiceLineFolder: ObjectFolder = {
  object: invoiceLine,
  policy: invoiceLinePolicy,
  views: pricing.lineViews('commerce.invoiceLine', 'invoice'),
  guard: pricing.lineGuard('commerce.invoiceLine', 'commerce.invoice', 'invoice'),
};
