import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { happeningOf, type TopicEntry } from './topic-entry.ts';

/** Writes down what one program is to be told, in the order of the log; what its condition may not ask is skipped, visibly. */
export async function queueDeliveries(
  { database, registry, workspace, now }: Context,
  webhook: string,
  entries: readonly (TopicEntry & { readonly refused: boolean })[],
): Promise<void> {
  if (entries.length === 0) return;
  const inOrder = entries.toSorted((one, other) => (BigInt(one.sequence) < BigInt(other.sequence) ? -1 : 1));
  const rows = inOrder.map(({ sequence, object, record, kind, at, fields, refused }) => ({
    ...{ id: uuidv7(), sequence, object, record, fields, happened: at },
    ...{ kind: happeningOf(kind), action: registry.actions.has(kind) ? kind : null },
    ...{ state: refused ? 'skipped' : 'waiting', reason: refused ? 'conditionRefused' : null },
  }));
  await database.run(
    `insert into ${quoted(workspace.schema)}.webhook_delivery
       (id, webhook, sequence, object, record, kind, action, fields, happened, queued, state, reason, wake, ended)
     select r.id, $1, r.sequence, r.object, r.record, r.kind, r.action, r.fields, r.happened, $3::timestamptz, r.state, r.reason,
       $3::timestamptz, case when r.state <> 'waiting' then $3::timestamptz end
     from jsonb_to_recordset($2::jsonb) r (id uuid, sequence bigint, object text, record uuid, kind text, action text, fields jsonb,
       happened timestamptz, state text, reason text)
     on conflict (webhook, sequence) do nothing`,
    [webhook, JSON.stringify(rows), formatInstant(now)],
  );
}
