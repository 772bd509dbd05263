import type { Context } from '../records/context.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import type { Notification } from './describe-notifications.ts';
import { forgetSubscription, subscriptionsOf } from './push-subscriptions.ts';

/** Seconds for which a message waits for a browser that is off. */
const lifetime = 24 * 3600;

/** Sends one notification to all browsers of the actor that want messages; one of them is enough. */
export async function sendByPush(
  context: Context,
  { push }: ChannelPorts,
  { id, label, title, text, path }: Notification,
): Promise<Delivered> {
  if (push === undefined) return { outcome: 'skipped', reason: 'noPush' };
  const subscriptions = await subscriptionsOf(context, context.actor.id ?? '');
  const message = {
    title: `${label} · ${title}`,
    body: text,
    path,
    tag: id,
    lifetime,
  };
  const sendings = await Promise.all(
    subscriptions.map(async (subscription) => {
      const sending = await push.send(subscription, message);
      if (sending.outcome === 'gone') await forgetSubscription(context, subscription.id);
      return sending;
    }),
  );
  return (
    ['done', 'later', 'refused']
      .map((outcome) => sendings.find((sending) => sending.outcome === outcome))
      .find((sending) => sending !== undefined) ?? { outcome: 'skipped', reason: 'noBrowser' }
  );
}
