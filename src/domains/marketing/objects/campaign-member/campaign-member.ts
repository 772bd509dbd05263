import type { ObjectFolder } from '#kernel/module.ts';
import { campaignMember } from './campaign-member.object.ts';
import { campaignMemberPolicy } from './campaign-member.policy.ts';
import { campaignMemberViews } from './campaign-member.views.ts';
import { setMemberStatus } from './set-member-status.ts';

export const campaignMemberFolder: ObjectFolder = {
  object: campaignMember,
  policy: campaignMemberPolicy,
  views: campaignMemberViews,
  actions: [setMemberStatus],
};
