import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import { type ClaimedDelivery, deliveryColumn } from './claim.ts';

export const deliveryStates = ['waiting', 'done', 'skipped', 'failed'] as const;

/** Deliveries told at a time. */
const page = 50;
/** For how long those that have ended are kept. */
const keptFor = '30 days';

/** What programs have been told, each webhook with when its secret was made and how its deliveries stand. */
export async function webhookStates({ database, workspace }: Context): Promise<readonly unknown[]> {
  const s = quoted(workspace.schema);
  const rows = await database.run(
    `select json_build_object('id', webhook, 'secretMadeAt', made, 'formerUntil', case when former_until > now() then former_until end,
       'succeededAt', succeeded, 'waiting', (select count(*) from ${s}.webhook_delivery d where d.webhook = s.webhook and state = 'waiting'),
       'failed', (select count(*) from ${s}.webhook_delivery d where d.webhook = s.webhook and state = 'failed' and kind <> 'test'))
     from ${s}.webhook_state s`,
  );
  return rows.map(([state]) => JSON.parse(state as string) as unknown);
}

/** What one program was told, the latest first, of one state when given, from before a delivery on. */
export async function listDeliveries(
  { database, workspace }: Context,
  webhook: string,
  { state, before }: { readonly state?: string | undefined; readonly before?: string | undefined },
): Promise<{ readonly deliveries: readonly unknown[]; readonly next?: string }> {
  const rows = await database.run(
    `select row_to_json(r) from (select id, object, record, kind, action, fields, happened as "happenedAt", state, reason, attempts,
       status, took, answer, tried as "triedAt", case when state = 'waiting' then wake end as "nextAt"
     from ${quoted(workspace.schema)}.webhook_delivery
     where webhook = $1 and ($2::text is null or state = $2) and ($3::uuid is null or id < $3) order by id desc limit ${page + 1}) r`,
    [knownId(webhook), state ?? null, before === undefined ? null : knownId(before)],
  );
  const all = rows.map(([row]) => JSON.parse(row as string) as { readonly id: string });
  const deliveries = all.slice(0, page);
  const last = deliveries.at(-1);
  return { deliveries, ...(all.length > page && last && { next: last.id }) };
}

/** Has something sent again, whatever became of it. */
export async function sendAgain(
  { database, workspace, now }: Context,
  webhook: string,
  id: string,
): Promise<void> {
  const rows = await database.run(
    `update ${quoted(workspace.schema)}.webhook_delivery set state = 'waiting', attempts = 0, reason = null, ended = null, wake = $3::timestamptz
     where id = $1::uuid and webhook = $2::uuid and (claimed is null or claimed < $3::timestamptz) returning id`,
    [knownId(id), knownId(webhook), formatInstant(now)],
  );
  if (rows.length === 0) throw new Refusal('notFound');
}

/** A delivery that tells of nothing, taken by this server at once. */
export async function claimTrial(
  { database, workspace, now }: Context,
  webhook: string,
): Promise<ClaimedDelivery> {
  const [row] = await database.run(
    `insert into ${quoted(workspace.schema)}.webhook_delivery as d (id, webhook, kind, happened, queued, wake, claimed, attempts)
     values ($1, $2, 'test', $3::timestamptz, $3::timestamptz, $3::timestamptz + interval '1 minute', $3::timestamptz + interval '1 minute', 1)
     returning ${deliveryColumn('d')}`,
    [uuidv7(), webhook, formatInstant(now)],
  );
  return JSON.parse(row?.[0] as string) as ClaimedDelivery;
}

/** Removes what ended long ago. */
export async function forgetToldDeliveries({
  database,
  workspace,
}: Pick<Context, 'database' | 'workspace'>): Promise<void> {
  await database.run(
    `delete from ${quoted(workspace.schema)}.webhook_delivery where ended < now() - interval '${keptFor}'`,
  );
}
