import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';
import { tracedJob } from '../tracing/work-channels.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import type { Place } from './deliver.ts';
import { claimDigests, type Delivery, postpone, settleDelivery } from './deliveries.ts';
import { describeNotifications, type Notification } from './describe-notifications.ts';
import { digestTimeOf } from './digest-choice.ts';
import { nextDigest } from './digest-time.ts';
import { sendDigest } from './send-digest.ts';

/**
 * Sends in one mail what each person is still to be told by digest, when it is time for him. What has just happened
 * waits for that time; which it is, is worked out here, since it follows from his clock. Returns whether there may be more.
 */
export async function deliverDigests(
  place: Place,
  ports: ChannelPorts,
  clock: () => number = Date.now,
): Promise<boolean> {
  const due = await claimDigests({ ...place, now: clock() });
  const people = Map.groupBy(due, ({ notification }) => notification.person);
  await Promise.all(
    [...people].map(([person, deliveries]) =>
      tracedJob('delivery digest', () => digest({ ...place, now: clock() }, ports, person, deliveries)),
    ),
  );
  return due.length > 0;
}

async function digest(
  place: Place & Pick<Context, 'now'>,
  ports: ChannelPorts,
  person: string,
  deliveries: readonly Delivery[],
): Promise<void> {
  const actor = await loadActor(place.database, place.registry, place.workspace.schema, person);
  const settle = (outcomeOf: (delivery: Delivery) => Delivered) =>
    Promise.all(deliveries.map((delivery) => settleDelivery(place, delivery, outcomeOf(delivery))));
  if (actor === undefined) {
    await settle(() => ({ outcome: 'skipped', reason: 'inactive' }));
    return;
  }
  const oldest = Math.min(...deliveries.map(({ notification }) => Date.parse(notification.at)));
  const time = nextDigest(oldest, await digestTimeOf(place, person), actor.timeZone);
  if (time === undefined || time > place.now) {
    const wake = formatInstant(time ?? place.now + 86_400_000);
    await postpone(place, deliveries, wake);
    return;
  }
  const context = { ...place, actor };
  const described = await describeNotifications(
    context,
    deliveries.map(({ notification }) => notification),
  );
  const known = new Map(described.map((one) => [one.id, one]));
  const told = deliveries.flatMap(({ notification: { id, read } }) => {
    const one = known.get(id);
    return read === null && one?.concerns ? [one] : [];
  });
  const sent = await send(context, ports, deliveries, told);
  const inMail = new Set(told.map(({ id }) => id));
  await settle(({ notification }) =>
    inMail.has(notification.id)
      ? sent
      : { outcome: 'skipped', reason: why(notification.read, known.get(notification.id)) },
  );
}

async function send(
  context: Context,
  ports: ChannelPorts,
  deliveries: readonly Delivery[],
  told: readonly Notification[],
): Promise<Delivered> {
  const [first] = deliveries;
  if (first === undefined || told.length === 0) return { outcome: 'done' };
  try {
    return await sendDigest(context, ports, first.id, told, first.address);
  } catch (error) {
    return { outcome: 'later', reason: error instanceof Error ? error.message : String(error) };
  }
}

function why(read: string | null, described: Notification | undefined): string {
  if (read !== null) return 'seen';
  return described === undefined ? 'notVisible' : 'over';
}
