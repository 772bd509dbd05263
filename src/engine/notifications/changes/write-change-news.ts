import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { followedChanged } from '#kernel/notification.ts';
import type { Context } from '../../records/context.ts';
import { quoted } from '../../sql/fragment.ts';

/** What one person is told of changes: of one record, or of so many, the last of them named. */
export interface ChangeNews {
  readonly id: string;
  readonly person: string;
  readonly object: string;
  readonly record: string;
  readonly actor: string | null;
  readonly count: number;
  /** Numbers of entries in the log. */
  readonly first: string;
  readonly last: string;
}

/** Seconds after the first change of a record within which others belong to it; then messages are sent. */
const burst = 180;
/** Seconds without a change after which somebody who changes many records at a time counts as done. */
const pause = 60;
/** Records that one person changes within a burst and of which others are told one by one; of more they are told in one. */
export const singly = 3;

/**
 * Writes down of what people are to be told. What somebody has not read yet of the same record is told together; so is
 * what one person does with one record after the other, as programs do.
 */
export async function writeChangeNews(context: Context, news: readonly ChangeNews[]): Promise<void> {
  const s = quoted(context.workspace.schema);
  const unread = `o.person = n.person and o.kind = $2 and o.read is null`;
  const alike = `o.object = n.object and o.actor is not distinct from n.actor`;
  await context.database.run(
    `with news as (select * from json_to_recordset($1::json) as
       n(id uuid, person uuid, object text, record uuid, actor uuid, count integer, first bigint, last bigint)),
     joined as (select n.*, coalesce(
       (select o.id from ${s}.notification o where ${unread} and o.record = n.record and o.count = 1 and n.count = 1
          and o.at > $3::timestamptz - interval '${burst} seconds' order by o.at desc limit 1),
       (select o.id from ${s}.notification o where ${unread} and ${alike} and o.latest > $3::timestamptz - interval '${pause} seconds'
          and (o.count > 1 or ${singly} <= (select count(*) from ${s}.notification o where ${unread} and ${alike}
            and o.at > $3::timestamptz - interval '${burst} seconds'))
        order by o.count desc, o.at desc limit 1)) as "to" from news n),
     added as (update ${s}.notification o set latest = $3::timestamptz, transaction = pg_current_xact_id(),
         first = least(o.first, j.first), last = greatest(o.last, j.last), count = o.count + j.further, actor = j.actor
       from (select j."to", min(j.first) as first, max(j.last) as last, (array_agg(j.actor order by j.last desc))[1] as actor,
           coalesce(sum(j.count) filter (where j.record <> k.record or k.count > 1), 0) as further
         from joined j join ${s}.notification k on k.id = j."to" group by j."to") j
       where o.id = j."to"),
     told as (insert into ${s}.notification (id, person, kind, object, record, actor, cause, count, at, first, last, latest)
       select id, person, $2, object, record, actor, first::text, count, $3::timestamptz, first, last, $3::timestamptz
       from joined where "to" is null on conflict (person, kind, cause) do nothing returning id, person)
     insert into ${s}.notification_delivery (id, notification, channel, wake)
     select gen_random_uuid(), told.id, channel, $3::timestamptz + interval '${burst} seconds'
     from told, unnest(coalesce((select c.channels from ${s}.notification_choice c where c.person = told.person and c.kind = $2), $4::text[])) channel`,
    [JSON.stringify(news), followedChanged.name, formatInstant(context.now), followedChanged.channels],
  );
}
