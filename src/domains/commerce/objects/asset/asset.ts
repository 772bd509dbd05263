import type { ObjectFolder } from '#kernel/module.ts';
import { asset } from './asset.object.ts';
import { assetPolicy } from './asset.policy.ts';
import { assetViews } from './asset.views.ts';

export const assetFolder: ObjectFolder = {
  object: asset,
  policy: assetPolicy,
  views: assetViews,
};
