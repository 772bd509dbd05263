import type { Channel } from '#kernel/notification.ts';
import { Refusal } from '#kernel/problem.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import { claimDeliveries, type Delivery, settleDelivery } from './deliveries.ts';
import { describeNotifications } from './describe-notifications.ts';
import { bringBack } from './mark-notifications.ts';
import { sendByMail } from './send-by-mail.ts';
import { sendByPush } from './send-by-push.ts';

export type Place = Pick<Context, 'registry' | 'database' | 'workspace'>;

/** Sends what is due by one channel in one workspace, each by itself. Returns whether there may be more. */
export async function deliverDue(
  place: Place,
  ports: ChannelPorts,
  channel: Exclude<Channel, 'digest'>,
  clock: () => number = Date.now,
): Promise<boolean> {
  if (channel === 'push') await bringBack({ ...place, now: clock() });
  const due = await claimDeliveries({ ...place, now: clock() }, channel);
  await Promise.all(
    due.map(async (delivery) => {
      const delivered = await tracedJob(`delivery ${channel}`, () =>
        attempt({ ...place, now: clock() }, ports, delivery),
      );
      await settleDelivery({ ...place, now: clock() }, delivery, delivered);
    }),
  );
  return due.length > 0;
}

/** Tries once, as the person who is told: what he may no longer see, has seen or is over, is not sent. */
async function attempt(
  place: Place & Pick<Context, 'now'>,
  ports: ChannelPorts,
  { id, channel, address, attempts, notification }: Delivery,
): Promise<Delivered> {
  try {
    if (notification.read !== null) return { outcome: 'skipped', reason: 'seen' };
    const { person } = notification;
    const actor = await loadActor(place.database, place.registry, place.workspace.schema, person);
    if (actor === undefined) return { outcome: 'skipped', reason: 'inactive' };
    const context = { ...place, actor };
    const [described] = await describeNotifications(context, [notification]);
    if (described === undefined) return { outcome: 'skipped', reason: 'notVisible' };
    if (!described.concerns) return { outcome: 'skipped', reason: 'over' };
    return channel === 'mail'
      ? await sendByMail(context, ports, id, described, address, attempts > 1)
      : await sendByPush(context, ports, described);
  } catch (error) {
    // What is not allowed will not be by waiting.
    if (error instanceof Refusal && error.kind !== 'conflict')
      return { outcome: 'refused', reason: error.complaints[0]?.code ?? error.kind };
    return { outcome: 'later', reason: error instanceof Error ? error.message : String(error) };
  }
}
