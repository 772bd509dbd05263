import { reference } from '#kernel/field/reference/reference.ts';

/** The campaign to which a deal is owed before all others. */
export const opportunityFields = {
  campaign: reference('marketing.campaign'),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'marketingSales sales.opportunity': typeof opportunityFields;
  }
}
