import type { ObjectFolder } from '#kernel/module.ts';
import { acceptQuote, declineQuote, quoteOpportunity, reviseQuote, sendQuote } from './quote.actions.ts';
import { quoteGuard } from './quote.guard.ts';
import { quote } from './quote.object.ts';
import { quotePolicy } from './quote.policy.ts';
import { quoteViews } from './quote.views.ts';

export const quoteFolder: ObjectFolder = {
  object: quote,
  policy: quotePolicy,
  views: quoteViews,
  guard: quoteGuard,
  actions: [quoteOpportunity, sendQuote, acceptQuote, declineQuote, reviseQuote],
};
