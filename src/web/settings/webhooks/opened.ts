import type { Webhook } from './use-webhooks.ts';

/** What is open beside the list. */
export type Opened =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'deliveries' | 'secret'; readonly webhook: Webhook };
