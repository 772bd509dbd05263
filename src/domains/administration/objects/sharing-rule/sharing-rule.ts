import type { ObjectFolder } from '#kernel/module.ts';
import { sharingRule } from './sharing-rule.object.ts';

export const sharingRuleFolder: ObjectFolder = { object: sharingRule };
