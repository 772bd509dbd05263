import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { runTable } from '../automation/run.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { answerValues } from './answer-values.ts';
import type { ClaimedDelivery } from './claim.ts';
import { mostAttempts, retryPause } from './retry-pause.ts';
import { stopWebhook } from './stop-webhook.ts';

/** How a try ended, with the answer where there was one. */
export interface Tried {
  readonly outcome: 'done' | 'later' | 'failed' | 'skipped' | 'interrupted';
  /** The name of a text that says why; absent for what is done. */
  readonly reason?: string;
  readonly status?: number;
  /** The beginning of the answer, or what the machine said. */
  readonly answer?: string;
  /** Milliseconds. */
  readonly took?: number;
}

const mostAnswer = 1000;

/**
 * Writes down how a try ended, and wakes the run that waits for it. Who answers that it is gone is told nothing more; nor is whoever has taken nothing for as
 * long as this delivery was tried.
 */
export async function settleDelivery(
  place: Omit<Context, 'actor'>,
  webhook: string,
  delivery: ClaimedDelivery,
  tried: Tried,
): Promise<void> {
  const { id, kind, attempts, queued, takes } = delivery;
  const s = quoted(place.workspace.schema);
  const last = kind === 'test' || attempts >= mostAttempts;
  const again = tried.outcome === 'interrupted' || (tried.outcome === 'later' && !last);
  const state = again ? 'waiting' : tried.outcome === 'later' ? 'failed' : tried.outcome;
  const answer = tried.answer?.replaceAll('\0', '').slice(0, mostAnswer) ?? null;
  const given =
    takes === null || state !== 'done' ? null : JSON.stringify(answerValues(tried.answer ?? '', takes));
  const [row] = await place.database.run(
    `with told as (update ${s}.webhook_delivery set state = $2, reason = $3, status = $4, answer = $5, took = $6, claimed = null,
         tried = $7::timestamptz, wake = $7::timestamptz + make_interval(secs => $8), attempts = $9,
         ended = case when $2 <> 'waiting' then $7::timestamptz end, given = $12::jsonb
         where id = $1::uuid and state = 'waiting' returning run),
       woken as (update ${runTable(place.workspace.schema)} r set wake = $7::timestamptz from told
         where r.id = told.run and r.state = 'waiting' and $2 <> 'waiting'),
       known as (update ${s}.webhook_state set succeeded = $7::timestamptz where webhook = $10 and $2 = 'done')
     select coalesce(succeeded < $11::timestamptz, true) from ${s}.webhook_state where webhook = $10`,
    [
      ...[id, state, tried.reason ?? null, tried.status ?? null, answer, tried.took ?? null],
      ...[formatInstant(place.now), tried.outcome === 'later' ? retryPause(attempts) : 0],
      ...[tried.outcome === 'interrupted' ? attempts - 1 : attempts, webhook, queued],
      given,
    ],
  );
  if (tried.status === 410) await stopWebhook(place, webhook, 'gone');
  else if (tried.outcome === 'later' && last && kind !== 'test' && row?.[0] === 't')
    await stopWebhook(place, webhook, 'failing');
}
