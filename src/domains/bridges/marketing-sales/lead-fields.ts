import { reference } from '#kernel/field/reference/reference.ts';

/** The campaign by which somebody was first reached; what was said of it in words stays beside it. */
export const leadFields = {
  campaign: reference('marketing.campaign', { immutable: true }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'marketingSales sales.lead': typeof leadFields;
  }
}
