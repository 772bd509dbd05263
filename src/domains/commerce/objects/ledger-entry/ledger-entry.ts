import type { ObjectFolder } from '#kernel/module.ts';
import { ledgerEntry } from './ledger-entry.object.ts';
import { ledgerEntryPolicy } from './ledger-entry.policy.ts';
import { ledgerEntryViews } from './ledger-entry.views.ts';

export const ledgerEntryFolder: ObjectFolder = {
  object: ledgerEntry,
  policy: ledgerEntryPolicy,
  views: ledgerEntryViews,
};
