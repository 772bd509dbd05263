import type { ObjectFolder } from '#kernel/module.ts';
import { convertLead } from './convert-lead.ts';
import { lead } from './lead.object.ts';
import { leadPolicy } from './lead.policy.ts';
import { leadViews } from './lead.views.ts';
import { claimLead, releaseLead } from './pool-actions.ts';

export const leadFolder: ObjectFolder = {
  object: lead,
  policy: leadPolicy,
  views: leadViews,
  actions: [convertLead, claimLead, releaseLead],
};
