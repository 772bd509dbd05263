import { definePolicy } from '#kernel/policy.ts';

/** An entry is seen by whoever sees the document that it stands for. */
export const ledgerEntryPolicy = definePolicy('commerce.ledgerEntry', {
  accountant: { read: { record: '$visible' } },
});
