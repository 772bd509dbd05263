import type { ObjectFolder } from '#kernel/module.ts';
import { touch } from './touch.object.ts';
import { touchViews } from './touch.views.ts';

export const touchFolder: ObjectFolder = { object: touch, views: touchViews };
