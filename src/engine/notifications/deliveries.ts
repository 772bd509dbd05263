import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { Channel } from '#kernel/notification.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import type { Delivered } from './channel-ports.ts';
import { type StoredNotification, storedColumn } from './stored-notification.ts';

/** One notification on its way by one channel. */
export interface Delivery {
  readonly id: string;
  readonly channel: Channel;
  /** Tries so far, this one among them. */
  readonly attempts: number;
  /** The person's mail address. */
  readonly address: string | null;
  readonly notification: StoredNotification;
}

type Place = Pick<Context, 'workspace' | 'database' | 'now' | 'registry'>;

/** Seconds after which another server takes a delivery over; longer than any try takes. */
const lease = 120;
/** Deliveries taken at a time. */
const batch = 20;
/** Deliveries by digest taken at a time. */
const mostInDigests = 2000;
/** Tries before a delivery has failed, about half a day with pauses that double from five seconds to half an hour. */
const most = { attempts: 32, pause: 1800 };

/** Takes what is due for this server to send; what it does not settle within the lease is taken again. */
export async function claimDeliveries(place: Place, channel: Channel): Promise<readonly Delivery[]> {
  return claimed(
    place,
    `due as (select id from ${quoted(place.workspace.schema)}.notification_delivery where state = 'waiting' and channel = $2 and wake <= $1::timestamptz
       order by wake, id limit ${batch} for update skip locked)`,
    [formatInstant(place.now), channel],
  );
}

/** Takes those that are due; the first value is the present. */
async function claimed(place: Place, due: string, values: readonly unknown[]): Promise<readonly Delivery[]> {
  const { schema } = place.workspace;
  const s = quoted(schema);
  const rows = await place.database.run(
    `with ${due},
     taken as (update ${s}.notification_delivery d set attempts = attempts + 1, wake = $1::timestamptz + interval '${lease} seconds'
       from due where d.id = due.id returning d.*)
     select json_build_object('id', d.id, 'channel', d.channel, 'attempts', d.attempts, 'address', p.email,
       'notification', ${storedColumn(schema, place.registry.people)})
     from taken d join ${s}.notification n on n.id = d.notification join ${s}.${quoted(place.registry.people)} p on p.id = n.person`,
    values,
  );
  return rows.map(([json]) => JSON.parse(json as string) as Delivery);
}

/**
 * Takes for this server what some people are to be told by digest, each person's together: whoever else takes his waits
 * until this has been committed, and then finds nothing.
 */
export async function claimDigests(place: Place): Promise<readonly Delivery[]> {
  const s = quoted(place.workspace.schema);
  return claimed(
    place,
    `due as (select d.id from ${s}.notification_delivery d join ${s}.notification n on n.id = d.notification
       where d.state = 'waiting' and d.channel = 'digest' and d.wake <= $1::timestamptz
         and n.person in (select n.person from ${s}.notification_delivery d join ${s}.notification n on n.id = d.notification
           where d.state = 'waiting' and d.channel = 'digest' and d.wake <= $1::timestamptz order by d.wake limit ${batch})
       order by d.id limit ${mostInDigests} for update of d)`,
    [formatInstant(place.now)],
  );
}

/** Lets deliveries wait until an instant; having looked at them was no try. */
export async function postpone(place: Place, deliveries: readonly Delivery[], until: string): Promise<void> {
  await place.database.run(
    `update ${quoted(place.workspace.schema)}.notification_delivery set wake = $2::timestamptz, attempts = attempts - 1
     where id = any($1::uuid[]) and state = 'waiting'`,
    [deliveries.map(({ id }) => id), until],
  );
}

/** Writes down how a try ended: done, skipped, failed, or to be tried again after a pause. */
export async function settleDelivery(
  place: Place,
  { id, attempts }: Delivery,
  delivered: Delivered,
): Promise<void> {
  const state = stateAfter(attempts, delivered);
  await place.database.run(
    `update ${quoted(place.workspace.schema)}.notification_delivery set state = $2, reason = $3,
       wake = $4::timestamptz + make_interval(secs => $5), ended = case when $2 <> 'waiting' then $4::timestamptz end
     where id = $1::uuid and state = 'waiting'`,
    [
      id,
      state,
      delivered.outcome === 'done' ? null : delivered.reason.slice(0, 2000),
      formatInstant(place.now),
      Math.min(most.pause, 5 * 2 ** (attempts - 1)),
    ],
  );
}

function stateAfter(attempts: number, { outcome }: Delivered): string {
  if (outcome === 'later') return attempts < most.attempts ? 'waiting' : 'failed';
  if (outcome === 'refused' || outcome === 'gone') return 'failed';
  return outcome;
}

/** The latest deliveries, of one state when given, with the reason of each that did not succeed. */
export async function listDeliveries(
  context: Context,
  state: string | undefined,
): Promise<readonly unknown[]> {
  const s = quoted(context.workspace.schema);
  const rows = await context.database.run(
    `select row_to_json(r) from (select d.id, d.channel, d.state, d.reason, d.attempts, d.wake, d.ended, n.kind, n.person, n.object, n.record, n.at
       from ${s}.notification_delivery d join ${s}.notification n on n.id = d.notification
       where $1::text is null or d.state = $1 order by n.at desc, d.id desc limit 200) r`,
    [state ?? null],
  );
  return rows.map(([delivery]) => JSON.parse(delivery as string) as unknown);
}

/** Has a failed delivery tried again. */
export async function retryDelivery(context: Context, id: string): Promise<void> {
  const rows = await context.database.run(
    `update ${quoted(context.workspace.schema)}.notification_delivery set state = 'waiting', attempts = 0, reason = null, ended = null, wake = $2::timestamptz
     where id = $1::uuid and state = 'failed' returning id`,
    [knownId(id), formatInstant(context.now)],
  );
  if (rows.length === 0) throw new Refusal('notFound');
}
