import { pricing } from '#domains/catalogue/api.ts';
import type { ObjectFolder } from '#kernel/module.ts';
import { returnLine } from './return-line.object.ts';
import { returnLinePolicy } from './return-line.policy.ts';
import { returnLineViews } from './return-line.views.ts';

export const returnLineFolder: ObjectFolder = {
  object: returnLine,
  policy: returnLinePolicy,
  views: returnLineViews,
  guard: pricing.lineGuard('commerce.returnLine', 'commerce.return', 'return'),
};
