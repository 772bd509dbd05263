import type { ObjectFolder } from '#kernel/module.ts';
import { loseOpportunity, reopenOpportunity, winOpportunity } from './opportunity.actions.ts';
import { opportunityGuard } from './opportunity.guard.ts';
import { opportunity } from './opportunity.object.ts';
import { opportunityPolicy } from './opportunity.policy.ts';
import { opportunityReports } from './opportunity.reports.ts';
import { opportunityViews } from './opportunity.views.ts';

export const opportunityFolder: ObjectFolder = {
  object: opportunity,
  policy: opportunityPolicy,
  views: opportunityViews,
  reports: opportunityReports,
  guard: opportunityGuard,
  actions: [winOpportunity, loseOpportunity, reopenOpportunity],
};
