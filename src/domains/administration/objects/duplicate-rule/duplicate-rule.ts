import type { ObjectFolder } from '#kernel/module.ts';
import { duplicateRule } from './duplicate-rule.object.ts';
import { duplicateRuleViews } from './duplicate-rule.views.ts';

export const duplicateRuleFolder: ObjectFolder = { object: duplicateRule, views: duplicateRuleViews };
