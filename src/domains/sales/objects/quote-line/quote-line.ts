import { pricing } from '#domains/catalogue/api.ts';
import type { ObjectFolder } from '#kernel/module.ts';
import { quoteLine } from './quote-line.object.ts';
import { quoteLinePolicy } from './quote-line.policy.ts';

export const quoteLineFolder: ObjectFolder = {
  object: quoteLine,
  policy: quoteLinePolicy,
  views: pricing.lineViews('sales.quoteLine', 'quote'),
  guard: pricing.lineGuard('sales.quoteLine', 'sales.quote', 'quote'),
};
