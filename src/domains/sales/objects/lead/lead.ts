import type { ObjectFolder } from '#kernel/module.ts';
import { lead } from './lead.object.ts';
import { leadPolicy } from './lead.policy.ts';
import { leadViews } from './lead.views.ts';

export const leadFolder: ObjectFolder = { object: lead, policy: leadPolicy, views: leadViews };
