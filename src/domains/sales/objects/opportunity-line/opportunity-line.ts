import type { ObjectFolder } from '#kernel/module.ts';
import { opportunityLine } from './opportunity-line.object.ts';
import { opportunityLinePolicy } from './opportunity-line.policy.ts';
import { opportunityLineViews } from './opportunity-line.views.ts';

export const opportunityLineFolder: ObjectFolder = {
  object: opportunityLine,
  policy: opportunityLinePolicy,
  views: opportunityLineViews,
};
