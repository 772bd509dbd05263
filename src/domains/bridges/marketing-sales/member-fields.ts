import { reference } from '#kernel/field/reference/reference.ts';

/** A campaign is also for people who are no customers yet. */
export const memberFields = {
  lead: reference('sales.lead', { insteadOf: 'contact', onDelete: 'cascade' }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'marketingSales marketing.campaignMember': typeof memberFields;
  }
}
