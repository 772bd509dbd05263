import type { ObjectFolder } from '#kernel/module.ts';
import { recordTypeGuard } from './record-type.guard.ts';
import { recordType } from './record-type.object.ts';
import { recordTypeViews } from './record-type.views.ts';

export const recordTypeFolder: ObjectFolder = {
  object: recordType,
  guard: recordTypeGuard,
  views: recordTypeViews,
};
