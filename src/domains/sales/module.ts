import { defineModule } from '#kernel/module.ts';
import { accountExtension } from './customers/account.extension.ts';
import { baseExtensions } from './customers/base.extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { leadFolder } from './objects/lead/lead.ts';
import { opportunityFolder } from './objects/opportunity/opportunity.ts';
import { opportunityLineFolder } from './objects/opportunity-line/opportunity-line.ts';
import { pipelineFolder } from './objects/pipeline/pipeline.ts';
import { quoteFolder } from './objects/quote/quote.ts';
import { quoteLineFolder } from './objects/quote-line/quote-line.ts';
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
  ],
  extensions: [accountExtension, ...baseExtensions],
  roles: ['salesManager', 'salesRepresentative'],
  navigation: ['lead', 'opportunity', 'quote', 'pipeline'],
  locales: { en, 'zh-CN': zh },
});
