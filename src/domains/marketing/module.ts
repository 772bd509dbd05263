import { defineModule } from '#kernel/module.ts';
import { customerExtensions } from './customers/customers.extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { campaignFolder } from './objects/campaign/campaign.ts';
import { campaignMemberFolder } from './objects/campaign-member/campaign-member.ts';

/** Many people reached at once, and what came of it. */
export const marketing = defineModule({
  name: 'marketing',
  depends: ['administration', 'parties', 'activities'],
  objects: [campaignMemberFolder, campaignFolder],
  extensions: customerExtensions,
  roles: ['marketingManager', 'marketer'],
  navigation: ['campaign', 'campaignMember'],
  locales: { en, 'zh-CN': zh },
});
