import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';

/** What a reader may change about what he was told. */
export interface NotificationChange {
  readonly read?: boolean;
  /** An instant, or null to have it back now. */
  readonly snoozed?: string | null;
}

/** Marks one notification of the actor's. */
export async function markNotification(
  context: Context,
  id: string,
  { read, snoozed }: NotificationChange,
): Promise<void> {
  const rows = await context.database.run(
    `update ${quoted(context.workspace.schema)}.notification set transaction = pg_current_xact_id(),
       read = case when $3::boolean is null then read when $3 then coalesce(read, $4::timestamptz) end,
       snoozed = case when $5 then $6::timestamptz else snoozed end
     where id = $1::uuid and person = $2::uuid returning id`,
    [
      knownId(id),
      context.actor.id,
      read ?? null,
      formatInstant(context.now),
      snoozed !== undefined,
      snoozed ?? null,
    ],
  );
  if (rows.length === 0) throw new Refusal('notFound');
}

/** Marks everything read that the actor has been told up to now. */
export async function markAllRead(context: Context): Promise<void> {
  await context.database.run(
    `update ${quoted(context.workspace.schema)}.notification set read = $2::timestamptz, transaction = pg_current_xact_id()
     where person = $1::uuid and read is null and snoozed is null`,
    [context.actor.id, formatInstant(context.now)],
  );
}

/** Brings back what was put off until now, also to browsers that want messages. */
export async function bringBack(context: Pick<Context, 'workspace' | 'database' | 'now'>): Promise<void> {
  const s = quoted(context.workspace.schema);
  await context.database.run(
    `with back as (
       update ${s}.notification set snoozed = null, read = null, transaction = pg_current_xact_id()
       where snoozed <= $1::timestamptz returning id)
     update ${s}.notification_delivery set state = 'waiting', wake = $1::timestamptz, attempts = 0, reason = null, ended = null
     where channel = 'push' and notification in (select id from back)`,
    [formatInstant(context.now)],
  );
}
