import type { ObjectFolder } from '#kernel/module.ts';
import { call } from './call.object.ts';
import { callViews } from './call.views.ts';

export const callFolder: ObjectFolder = { object: call, views: callViews };
