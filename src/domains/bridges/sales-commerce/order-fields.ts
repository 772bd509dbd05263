import { reference } from '#kernel/field/reference/reference.ts';

/** Where an order came from: each quote and each deal is ordered once. */
export const orderFields = {
  quote: reference('sales.quote', { unique: true }),
  opportunity: reference('sales.opportunity', { unique: true }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'salesCommerce commerce.order': typeof orderFields;
  }
}
