import { pricing } from '#domains/catalogue/api.ts';
import type { ObjectFolder } from '#kernel/module.ts';
import { quoteLine } from './quote-line.object.ts';
import { quoteLinePolicy } from './quote-line.policy.ts';
import { quoteLineViews } from './quote-line.views.ts';

export const quoteLineFolder: ObjectFolder = {
  object: quoteLine,
  policy: quoteLinePolicy,
  views: quoteLineViews,
  guard: pricing.lineGuard('sales.quoteLine', 'sales.quote', 'quote'),
};
