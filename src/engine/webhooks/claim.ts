import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { Happening } from '#kernel/webhook-topic.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

type Place = Pick<Context, 'database' | 'workspace' | 'now'>;

/** Something that a program is to be told, taken by this server. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly object: string | null;
  readonly record: string | null;
  /** What happened; or that it is tried, or that an automation calls, which `action` names, with the `fields` to be sent. */
  readonly kind: Happening | 'test' | 'call';
  readonly action: string | null;
  readonly fields: readonly string[];
  /** Where in the answer values are that are to be kept. */
  readonly takes: readonly string[] | null;
  readonly happened: string;
  readonly queued: string;
  /** Tries so far, this one among them. */
  readonly attempts: number;
}

export interface Claim {
  readonly secrets: readonly string[];
  readonly deliveries: readonly ClaimedDelivery[];
}

/** Told at the same time to one program. */
const atOnce = 8;
/** Looked through for these. */
const within = 100;
/** Seconds after which another server takes a delivery over; longer than any try takes. */
const lease = 60;

/** Webhooks with a secret, and whether something is due to be told. */
export async function webhooksDue({
  database,
  workspace,
  now,
}: Place): Promise<ReadonlyMap<string, boolean>> {
  const s = quoted(workspace.schema);
  const rows = await database.run(
    `select webhook, exists (select 1 from ${s}.webhook_delivery d where d.webhook = s.webhook and state = 'waiting' and wake <= $1::timestamptz)
     from ${s}.webhook_state s`,
    [formatInstant(now)],
  );
  return new Map(rows.map(([webhook, due]) => [webhook as string, due === 't']));
}

/**
 * Takes the next that one program is to be told, the oldest first and never two of one record at a time; undefined while
 * another server takes some. What is not settled within the lease is taken again.
 */
export async function claimDeliveries(place: Place, webhook: string): Promise<Claim | undefined> {
  const s = quoted(place.workspace.schema);
  return place.database.transaction(async (database) => {
    const secrets = await validSecrets({ ...place, database }, webhook, 'for update skip locked');
    if (secrets === undefined) return undefined;
    const rows = await database.run(
      `with due as (select id, record, wake from ${s}.webhook_delivery where webhook = $1 and state = 'waiting' and wake <= $2::timestamptz
         order by wake, id limit ${within}),
       firsts as (select distinct on (coalesce(record, id)) id, wake from due d
         where not exists (select 1 from ${s}.webhook_delivery o where o.webhook = $1 and o.record = d.record and o.claimed > $2::timestamptz)
         order by coalesce(record, id), wake, id),
       next as (select id from firsts order by wake, id limit ${atOnce}),
       taken as (update ${s}.webhook_delivery d set attempts = attempts + 1, claimed = $2::timestamptz + interval '${lease} seconds',
         wake = $2::timestamptz + interval '${lease} seconds' from next where d.id = next.id returning d.*)
       select ${deliveryColumn('t')} from taken t order by t.id`,
      [webhook, formatInstant(place.now)],
    );
    return { secrets, deliveries: rows.map(([json]) => JSON.parse(json as string) as ClaimedDelivery) };
  });
}

/** SQL of a delivery as `ClaimedDelivery`. */
export function deliveryColumn(alias: string): string {
  const names = [
    ...['id', 'object', 'record', 'kind', 'action', 'fields', 'takes', 'happened', 'queued', 'attempts'],
  ];
  return `json_build_object(${names.map((name) => `'${name}', ${alias}.${name}`).join(', ')})`;
}

/** The secrets by which a webhook signs now, opened; undefined when it has none. */
export async function validSecrets(
  { database, workspace, now }: Place,
  webhook: string,
  lock = '',
): Promise<readonly string[] | undefined> {
  const { seal, schema } = workspace;
  const [row] = await database.run(
    `select secret, case when former_until > $2::timestamptz then former end from ${quoted(schema)}.webhook_state where webhook = $1 ${lock}`,
    [webhook, formatInstant(now)],
  );
  if (row === undefined || seal === undefined) return undefined;
  return row.flatMap((sealed) => (sealed === null ? [] : [seal.openPart(sealed)]));
}
