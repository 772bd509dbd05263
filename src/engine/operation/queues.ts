import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { unsealed } from '../log-seal/seal-log.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Work that waits for its turn, by the table that keeps it. */
const queues = {
  automations: 'automation_run',
  deliveries: 'notification_delivery',
  webhooks: 'webhook_delivery',
} as const;

export type QueueName = keyof typeof queues;

export const queueNames = Object.keys(queues) as readonly QueueName[];

/** How many pieces of work are in each state. */
export interface QueueState {
  readonly name: QueueName | 'imports' | 'history';
  readonly waiting: number;
  readonly failed: number;
  /** The instant since which the oldest that is due waits; null where none does. */
  readonly dueSince: string | null;
}

/** The queues of a company; the history waits to be sealed. */
export async function queueStates({ database, workspace }: Pick<Context, 'database' | 'workspace'>) {
  const s = quoted(workspace.schema);
  const parts = queueNames.map(
    (name) =>
      `select '${name}' as name, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed,
         min(wake) filter (where state = 'waiting' and wake < now()) as "dueSince" from ${s}.${queues[name]}`,
  );
  const rows = await database.run(
    `select row_to_json(q) from (${parts.join(' union all ')}
       union all select 'imports', count(*) filter (where state = 'running'), count(*) filter (where state = 'failed'), null from ${s}.import
       union all select 'history', count(*), 0, min(e.at) filter (where e.at < now() - interval '2 minutes')
         from ${s}.event e, ${s}.consumer c where c.name = 'seal' and ${unsealed}) q`,
  );
  return rows.map(([queue]) => JSON.parse(queue as string) as QueueState);
}

/** Has everything that failed tried again; gives how much that was. */
export async function retryFailed({ database, workspace, now }: Context, name: QueueName): Promise<number> {
  const rows = await database.run(
    `update ${quoted(workspace.schema)}.${queues[name]} set state = 'waiting', attempts = 0, reason = null, ended = null, wake = $1::timestamptz where state = 'failed' returning 1`,
    [formatInstant(now)],
  );
  return rows.length;
}

/** Lets everything that failed go: it stays as skipped, with its reason, and is tried no more. */
export async function skipFailed({ database, workspace }: Context, name: QueueName): Promise<number> {
  const rows = await database.run(
    `update ${quoted(workspace.schema)}.${queues[name]} set state = 'skipped' where state = 'failed' returning 1`,
  );
  return rows.length;
}
