import { pricing } from '#domains/catalogue/api.ts';
import type { ObjectFolder } from '#kernel/module.ts';
import { returnLine } from './return-line.object.ts';
import { returnLinePolicy } from './return-line.policy.ts';

export const returnLineFolder: ObjectFolder = {
  object: returnLine,
  policy: returnLinePolicy,
  views: pricing.lineViews('commerce.returnLine', 'return', 'asset'),
  guard: pricing.lineGuard('commerce.returnLine', 'commerce.return', 'return'),
};
