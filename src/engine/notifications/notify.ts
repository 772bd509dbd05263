import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { channels as every, type NotificationKind } from '#kernel/notification.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Something to tell one person. */
export interface News {
  readonly kind: NotificationKind;
  readonly person: string;
  /** Short name. */
  readonly object: string;
  readonly record: string;
  /** Nobody is told the same kind twice for one cause. */
  readonly cause: string;
  /** In words of the company's own: what `{path}` in it is follows from the record when it is read. */
  readonly said?: string;
}

/** Milliseconds within which things of one kind by one person become one notification. */
const gathering = 60_000;

/**
 * Writes down that a person is to be told something, with a delivery for each channel that he chose; commits with what
 * else the caller writes. People who are no longer active, and, unless the kind says so, whoever did it himself, are not told.
 */
export async function notify(context: Context, news: News): Promise<void> {
  const { kind, person } = news;
  if (person === context.actor.id && kind.oneself !== true) return;
  if (kind.gathers === true && (await gathered(context, news))) return;
  await tell(context, news);
}

/** The same, whoever did it, and by these channels when they are given. */
export async function tell(context: Context, news: News, channels?: readonly string[]): Promise<string> {
  const { kind, person, object, record, cause, said = null } = news;
  const s = quoted(context.workspace.schema);
  const id = uuidv7();
  await context.database.run(
    `with told as (
       insert into ${s}.notification (id, person, kind, object, record, actor, cause, at, said)
       select $1::uuid, u.id, $3, $4, $5::uuid, $6::uuid, $7, $8::timestamptz, $13
       from ${s}.${quoted(context.registry.people)} u where u.id = $2::uuid and u.active and u."deletedAt" is null
       on conflict (person, kind, cause) do nothing returning id)
     insert into ${s}.notification_delivery (id, notification, channel, wake)
     select ($9::uuid[])[place], told.id, channel, $8::timestamptz + make_interval(secs => $10)
     from told, unnest(coalesce($11::text[], (select c.channels from ${s}.notification_choice c where c.person = $2::uuid and c.kind = $3), $12::text[])) with ordinality of(channel, place)`,
    [
      id,
      person,
      kind.name,
      object,
      record,
      context.actor.id,
      cause,
      formatInstant(context.now),
      every.map(() => uuidv7()),
      // What gathers waits for the others, so that a message tells how many they are.
      kind.gathers === true ? gathering / 1000 : 0,
      channels ?? null,
      kind.channels,
      said,
    ],
  );
  return id;
}

/** Adds to a notification of the same kind about the same kind of record that was raised a moment ago and is unread. */
async function gathered(context: Context, { kind, person, object, record }: News): Promise<boolean> {
  const rows = await context.database.run(
    `update ${quoted(context.workspace.schema)}.notification set count = count + 1, transaction = pg_current_xact_id()
     where id = (select id from ${quoted(context.workspace.schema)}.notification
       where person = $1::uuid and kind = $2 and object = $3 and actor is not distinct from $4::uuid and read is null
         and record <> $5::uuid and at > $6::timestamptz order by at desc limit 1 for update) returning id`,
    [person, kind.name, object, context.actor.id, record, formatInstant(context.now - gathering)],
  );
  return rows.length > 0;
}
