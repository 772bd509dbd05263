import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { PushAddress } from '#kernel/port/push-sender.ts';
import { Refusal } from '#kernel/problem.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';

/** A browser that wants messages for one person. */
export interface PushSubscription extends PushAddress {
  readonly id: string;
  readonly browser: string;
  readonly at: string;
}

/** Browsers of one person; the oldest makes room. */
const most = 20;

type Place = Pick<Context, 'workspace' | 'database'>;

/** The browsers of a person, latest first. */
export async function subscriptionsOf(place: Place, person: string): Promise<readonly PushSubscription[]> {
  const rows = await place.database.run(
    `select json_build_object('id', id, 'endpoint', endpoint, 'p256dh', p256dh, 'auth', auth, 'browser', browser, 'at', at)
     from ${table(place)} where person = $1::uuid order by at desc, id desc limit ${most}`,
    [person],
  );
  return rows.map(([json]) => JSON.parse(json as string) as PushSubscription);
}

/** Keeps a browser for the actor; one that another person used before is his now. */
export async function subscribe(
  context: Context,
  { endpoint, p256dh, auth }: PushAddress,
  browser: string,
): Promise<string> {
  const [row] = await context.database.run(
    `insert into ${table(context)} values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (endpoint) do update set person = excluded.person, p256dh = excluded.p256dh, auth = excluded.auth,
       browser = excluded.browser, at = excluded.at returning id`,
    [uuidv7(), context.actor.id, endpoint, p256dh, auth, browser, formatInstant(context.now)],
  );
  await context.database.run(
    `delete from ${table(context)} where person = $1::uuid and id not in
       (select id from ${table(context)} where person = $1::uuid order by at desc, id desc limit ${most})`,
    [context.actor.id],
  );
  return row?.[0] as string;
}

/** Ends the messages to one browser of the actor's. */
export async function unsubscribe(context: Context, id: string): Promise<void> {
  const rows = await context.database.run(
    `delete from ${table(context)} where id = $1::uuid and person = $2::uuid returning id`,
    [knownId(id), context.actor.id],
  );
  if (rows.length === 0) throw new Refusal('notFound');
}

/** Forgets a browser that is reached no more. */
export async function forgetSubscription(place: Place, id: string): Promise<void> {
  await place.database.run(`delete from ${table(place)} where id = $1::uuid`, [id]);
}

function table({ workspace }: Place): string {
  return `${quoted(workspace.schema)}.push_subscription`;
}
