import type { ObjectFolder } from '#kernel/module.ts';
import { opportunity } from './opportunity.object.ts';
import { opportunityPolicy } from './opportunity.policy.ts';
import { opportunityViews } from './opportunity.views.ts';

export const opportunityFolder: ObjectFolder = {
  object: opportunity,
  policy: opportunityPolicy,
  views: opportunityViews,
};
