import type { ObjectFolder } from '#kernel/module.ts';
import { cancelReturn, completeReturn } from './return.actions.ts';
import { goodsReturnGuard } from './return.guard.ts';
import { goodsReturn } from './return.object.ts';
import { goodsReturnPolicy } from './return.policy.ts';
import { goodsReturnViews } from './return.views.ts';

export const goodsReturnFolder: ObjectFolder = {
  object: goodsReturn,
  policy: goodsReturnPolicy,
  views: goodsReturnViews,
  guard: goodsReturnGuard,
  actions: [completeReturn, cancelReturn],
};
