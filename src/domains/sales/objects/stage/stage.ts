import type { ObjectFolder } from '#kernel/module.ts';
import { stage } from './stage.object.ts';
import { stagePolicy } from './stage.policy.ts';
import { stageViews } from './stage.views.ts';

export const stageFolder: ObjectFolder = { object: stage, policy: stagePolicy, views: stageViews };
