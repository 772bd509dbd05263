import { defineModule } from '#kernel/module.ts';
import { accountExtension } from './customers/account.extension.ts';
import { baseExtensions } from './customers/base.extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { bookedMeetings } from './objects/booking-page/booked-meetings.ts';
import { bookingPageFolder } from './objects/booking-page/booking-page.ts';
import { leadFolder } from './objects/lead/lead.ts';
import { leadFormFolder } from './objects/lead-form/lead-form.ts';
import { leadFormConsentFolder } from './objects/lead-form-consent/lead-form-consent.ts';
import { leadFormFieldFolder } from './objects/lead-form-field/lead-form-field.ts';
import { opportunityFolder } from './objects/opportunity/opportunity.ts';
import { opportunityLineFolder } from './objects/opportunity-line/opportunity-line.ts';
import { pipelineFolder } from './objects/pipeline/pipeline.ts';
import { poolRuleFolder } from './objects/pool-rule/pool-rule.ts';
import { quoteFolder } from './objects/quote/quote.ts';
import { quoteLineFolder } from './objects/quote-line/quote-line.ts';
import { routingRuleFolder } from './objects/routing-rule/routing-rule.ts';
import { stageFolder } from './objects/stage/stage.ts';

/** From the first sign of interest to the won deal. */
export const sales = defineModule({
  name: 'sales',
  depends: ['administration', 'parties', 'activities', 'catalogue'],
  objects: [
    leadFolder,
    opportunityFolder,
    opportunityLineFolder,
    quoteFolder,
    quoteLineFolder,
    pipelineFolder,
    stageFolder,
    leadFormFolder,
    leadFormFieldFolder,
    leadFormConsentFolder,
    bookingPageFolder,
    routingRuleFolder,
    poolRuleFolder,
  ],
  extensions: [accountExtension, ...baseExtensions, bookedMeetings],
  roles: ['salesManager', 'salesRepresentative'],
  navigation: [
    'lead',
    'opportunity',
    'quote',
    'pipeline',
    'leadForm',
    'bookingPage',
    'routingRule',
    'poolRule',
  ],
  locales: { en, 'zh-CN': zh },
});
