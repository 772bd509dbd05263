import type { ObjectFolder } from '#kernel/module.ts';
import { archiveAccount, unarchiveAccount } from './account.actions.ts';
import { account } from './account.object.ts';
import { accountReports } from './account.reports.ts';
import { accountViews } from './account.views.ts';

export const accountFolder: ObjectFolder = {
  object: account,
  views: accountViews,
  reports: accountReports,
  actions: [archiveAccount, unarchiveAccount],
};
