import type { ObjectFolder } from '#kernel/module.ts';
import { contract } from './contract.object.ts';
import { contractPolicy } from './contract.policy.ts';
import { contractViews } from './contract.views.ts';

export const contractFolder: ObjectFolder = {
  object: contract,
  policy: contractPolicy,
  views: contractViews,
};
