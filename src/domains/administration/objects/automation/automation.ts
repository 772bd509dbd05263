import type { ObjectFolder } from '#kernel/module.ts';
import { automation } from './automation.object.ts';
import { automationViews } from './automation.views.ts';

export const automationFolder: ObjectFolder = { object: automation, views: automationViews };
