import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';
import { claimLead, releaseLead } from './pool-actions.ts';
import { poolRule } from './pool-rule.object.ts';
import { recycleLeads, recycleRegularly } from './recycle-leads.ts';

const poolRuleViews = defineViews(
  'sales.poolRule',
  [
    {
      name: 'all',
      kind: 'table',
      columns: [
        'name',
        'active',
        'quietDays',
        'statuses',
        'mostHeld',
        'restDays',
        'lastRunAt',
        'lastReturned',
      ],
      sort: 'name',
    },
  ],
  {
    highlights: ['active', 'quietDays', 'lastRunAt', 'lastReturned'],
    sections: {
      details: ['name', 'active', 'description'],
      back: ['quietDays', 'statuses'],
      out: ['mostHeld', 'restDays'],
      runs: ['lastRunAt', 'lastReturned', 'nextRunAt'],
    },
  },
);

export const poolRuleFolder: ObjectFolder = {
  object: poolRule,
  policy: definePolicy('sales.poolRule', catalogueGrants),
  views: poolRuleViews,
  actions: [claimLead, releaseLead, recycleLeads],
  automations: [recycleRegularly],
};
