import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import { describeNotifications, type Notification } from './describe-notifications.ts';
import { stored, storedColumn } from './stored-notification.ts';

/** How a channel fared, when it was not simply done. */
export interface DeliveryState {
  readonly channel: string;
  readonly state: string;
  readonly reason: string | null;
}

export interface NotificationPage {
  readonly notifications: readonly (Notification & { readonly deliveries: readonly DeliveryState[] })[];
  /** Unread ones that still concern the reader; beyond a hundred it is not counted on. */
  readonly unread: number;
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
}

const pageSize = 40;
const mostCounted = 100;

/** What the actor has been told, newest first; what is put off comes when its time has come. */
export async function listNotifications(
  context: Context,
  { unread, cursor }: { readonly unread: boolean; readonly cursor?: string },
): Promise<NotificationPage> {
  const s = quoted(context.workspace.schema);
  const column = storedColumn(context.workspace.schema, context.registry.people);
  const before =
    cursor === undefined
      ? ''
      : `and (n.at, n.id) < (select c.at, c.id from ${s}.notification c where c.id = $2::uuid)`;
  const rows = await context.database.run(
    `select ${column}, (select coalesce(json_agg(json_build_object('channel', d.channel, 'state', d.state, 'reason', d.reason) order by d.channel), '[]')
       from ${s}.notification_delivery d where d.notification = n.id)
     from ${s}.notification n where n.person = $1::uuid and n.snoozed is null ${unread ? 'and n.read is null' : ''} ${before}
     order by n.at desc, n.id desc limit ${pageSize + 1}`,
    [context.actor.id, ...(cursor === undefined ? [] : [knownId(cursor)])],
  );
  const page = rows.slice(0, pageSize);
  const deliveries = new Map(
    page.map((row) => [stored(row).id, JSON.parse(row[1] as string) as readonly DeliveryState[]]),
  );
  const notifications = await describeNotifications(context, page.map(stored));
  const last = page.at(-1);
  return {
    notifications: notifications.map((one) => ({ ...one, deliveries: deliveries.get(one.id) ?? [] })),
    unread: await countUnread(context),
    ...(rows.length > pageSize && last ? { next: stored(last).id } : {}),
  };
}

async function countUnread(context: Context): Promise<number> {
  const rows = await context.database.run(
    `select ${storedColumn(context.workspace.schema, context.registry.people)} from ${quoted(context.workspace.schema)}.notification n
     where n.person = $1::uuid and n.read is null and n.snoozed is null order by n.at desc, n.id desc limit ${mostCounted}`,
    [context.actor.id],
  );
  const described = await describeNotifications(context, rows.map(stored));
  return described.filter(({ concerns }) => concerns).length;
}
