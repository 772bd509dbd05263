import type { ObjectFolder } from '#kernel/module.ts';
import { touch } from './touch.object.ts';
import { touchPolicy } from './touch.policy.ts';
import { touchViews } from './touch.views.ts';

export const touchFolder: ObjectFolder = { object: touch, policy: touchPolicy, views: touchViews };
