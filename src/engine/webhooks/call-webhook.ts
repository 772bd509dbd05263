import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { asSystem } from '../access/actor.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { webhooksWhere } from './webhook.ts';

/** What a step of an automation wants a program to be told. */
export interface WebhookCall {
  readonly webhook: string;
  /** The run that waits for it, and the step. */
  readonly run: string;
  readonly step: string;
  /** Short name. */
  readonly object: string;
  readonly record: string;
  readonly fields: readonly string[];
  /** Where in the answer values are that the step takes. */
  readonly takes: readonly string[];
  readonly automation: string;
}

/** How a call stands, with what the program answered. */
export interface CallState {
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly reason: string | null;
  readonly status: number | null;
  readonly answer: string | null;
  readonly given: Readonly<Record<string, unknown>> | null;
}

/** Queues a call among the deliveries of its webhook, again where it has failed. Refuses what would never be sent. */
export async function queueCall(context: Context, call: WebhookCall): Promise<void> {
  const { database, workspace } = context;
  const s = quoted(workspace.schema);
  const actor = asSystem('an automation calls a program');
  const [webhook] = await webhooksWhere({ ...context, actor }, { id: call.webhook });
  if (webhook === undefined) throw new Refusal('invalid', [{ field: '', code: 'noSuchWebhook' }]);
  if (!webhook.active) throw new Refusal('invalid', [{ field: '', code: 'webhookOff' }]);
  const now = formatInstant(context.now);
  const rows = await database.run(
    `insert into ${s}.webhook_delivery as d (id, webhook, object, record, kind, action, fields, takes, run, step, happened, queued, wake)
     select $1, webhook, $3, $4, 'call', $5, $6::jsonb, $7::jsonb, $8, $9, $10::timestamptz, $10::timestamptz, $10::timestamptz
     from ${s}.webhook_state where webhook = $2
     on conflict (run, step) where run is not null do update set webhook = excluded.webhook, fields = excluded.fields, takes = excluded.takes,
       state = 'waiting', attempts = 0, reason = null, ended = null, wake = excluded.wake, queued = excluded.queued
     returning id`,
    [
      ...[uuidv7(), call.webhook, call.object, call.record, call.automation, JSON.stringify(call.fields)],
      ...[call.takes.length === 0 ? null : JSON.stringify(call.takes), call.run, call.step, now],
    ],
  );
  // Without a secret it signs nothing, and sends nothing.
  if (rows.length === 0) throw new Refusal('invalid', [{ field: '', code: 'webhookWithoutSecret' }]);
}

/** How the call of a step stands; undefined before there is one. What was kept of its answer is told this once. */
export async function callState(
  { database, workspace }: Pick<Context, 'database' | 'workspace'>,
  { run, step }: Pick<WebhookCall, 'run' | 'step'>,
): Promise<CallState | undefined> {
  const s = quoted(workspace.schema);
  const [row] = await database.run(
    `with told as (select id, state, reason, status, answer, given from ${s}.webhook_delivery where run = $1 and step = $2 for update),
       taken as (update ${s}.webhook_delivery d set given = null, takes = null from told where d.id = told.id and told.state = 'done' and d.takes is not null)
     select json_build_object('state', state, 'reason', reason, 'status', status, 'answer', answer, 'given', given) from told`,
    [run, step],
  );
  return row === undefined ? undefined : (JSON.parse(row[0] as string) as CallState);
}
