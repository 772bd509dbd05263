import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';
import { routingRule } from './routing-rule.object.ts';
import { routingRuleViews } from './routing-rule.views.ts';

export const routingRuleFolder: ObjectFolder = {
  object: routingRule,
  policy: definePolicy('sales.routingRule', catalogueGrants),
  views: routingRuleViews,
};
