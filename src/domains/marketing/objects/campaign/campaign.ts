import type { ObjectFolder } from '#kernel/module.ts';
import { cancelCampaign, completeCampaign, startCampaign } from './campaign.actions.ts';
import { campaignGuard } from './campaign.guard.ts';
import { campaign } from './campaign.object.ts';
import { campaignPolicy } from './campaign.policy.ts';
import { campaignViews } from './campaign.views.ts';

export const campaignFolder: ObjectFolder = {
  object: campaign,
  policy: campaignPolicy,
  views: campaignViews,
  guard: campaignGuard,
  actions: [startCampaign, completeCampaign, cancelCampaign],
};
