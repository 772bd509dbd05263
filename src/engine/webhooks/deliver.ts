import type { WebhookSender } from '#kernel/port/webhook-sender.ts';
import { asSystem } from '../access/actor.ts';
import type { Context } from '../records/context.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import { attemptDelivery } from './attempt.ts';
import { claimDeliveries } from './claim.ts';
import { settleDelivery, type Tried } from './settle.ts';
import { webhooksWhere } from './webhook.ts';

type Place = Omit<Context, 'actor' | 'now'>;

/** Tells one program the next that is due, several at once. Tells whether there may be more. */
export async function deliverNext(
  place: Place,
  id: string,
  sender: WebhookSender,
  signal: AbortSignal,
): Promise<boolean> {
  const claim = await claimDeliveries({ ...place, now: Date.now() }, id);
  if (claim === undefined || claim.deliveries.length === 0) return false;
  const actor = asSystem('telling programs what happened');
  const [webhook] = await webhooksWhere({ ...place, actor, now: Date.now() }, { id });
  await Promise.all(
    claim.deliveries.map(async (delivery) => {
      const tried =
        webhook === undefined
          ? ({ outcome: 'skipped', reason: 'off' } as const)
          : await tracedJob('webhook', () =>
              attemptDelivery({ ...place, now: Date.now() }, sender, { ...claim, webhook }, delivery, signal),
            ).catch(wentWrong);
      await settleDelivery({ ...place, now: Date.now() }, id, delivery, tried);
    }),
  );
  return true;
}

/** What went wrong here may go well the next time. */
function wentWrong(error: unknown): Tried {
  return { outcome: 'later', reason: 'internal', answer: String(error) };
}
