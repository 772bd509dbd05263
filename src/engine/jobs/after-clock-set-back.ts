import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { runTable } from '../automation/run.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Milliseconds beyond the latest time that was seen: what was put off for a moment just then. */
const moment = 60_000;

/**
 * After the clock was set back from `latest`: what was due by then stays due, instead of waiting until the clock comes to
 * that time again. What waits for a later time goes on waiting for it.
 */
export async function afterClockSetBack(
  { database, workspace, now }: Pick<Context, 'database' | 'workspace' | 'now'>,
  latest: number,
): Promise<void> {
  const webhooks = `${quoted(workspace.schema)}.webhook_delivery`;
  const deliveries = `${quoted(workspace.schema)}.notification_delivery`;
  const late = `state = 'waiting' and wake > $1::timestamptz and wake <= $2::timestamptz`;
  await database.run(
    `with runs as (update ${runTable(workspace.schema)} set wake = $1::timestamptz where ${late}),
       told as (update ${webhooks} set wake = $1::timestamptz where ${late})
     update ${deliveries} set wake = $1::timestamptz where ${late}`,
    [formatInstant(now), formatInstant(latest + moment)],
  );
}
