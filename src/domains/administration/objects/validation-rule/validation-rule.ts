import type { ObjectFolder } from '#kernel/module.ts';
import { validationRule } from './validation-rule.object.ts';
import { validationRuleViews } from './validation-rule.views.ts';

export const validationRuleFolder: ObjectFolder = { object: validationRule, views: validationRuleViews };
