import { webhookSender } from '#adapters/webhook/webhook-sender.ts';
import type { WebhookSender } from '#kernel/port/webhook-sender.ts';

/** Programs of the own network are told of changes only where the environment allows it. */
export function webhooksFrom({ GUANXI_PRIVATE_WEBHOOKS: own }: NodeJS.ProcessEnv): WebhookSender {
  return webhookSender({ ownNetwork: own === 'yes' });
}
