import type { ObjectFolder } from '#kernel/module.ts';
import { archiveAccount, claimAccount, releaseAccount, unarchiveAccount } from './account.actions.ts';
import { account } from './account.object.ts';
import { accountPolicy } from './account.policy.ts';
import { accountViews } from './account.views.ts';

export const accountFolder: ObjectFolder = {
  object: account,
  policy: accountPolicy,
  views: accountViews,
  actions: [archiveAccount, unarchiveAccount, claimAccount, releaseAccount],
};
