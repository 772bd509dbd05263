import type { WebhookSender } from '#kernel/port/webhook-sender.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';
import type { ClaimedDelivery } from './claim.ts';
import type { Tried } from './settle.ts';
import { signedHeaders } from './signature.ts';
import type { Webhook } from './webhook.ts';
import { webhookBody } from './webhook-body.ts';

/** Tells a program once, as its person sees the record now: what he may no longer see is not sent. */
export async function attemptDelivery(
  place: Omit<Context, 'actor'>,
  sender: WebhookSender,
  { webhook, secrets }: { readonly webhook: Webhook; readonly secrets: readonly string[] },
  delivery: ClaimedDelivery,
  signal: AbortSignal,
): Promise<Tried> {
  const { database, registry, workspace } = place;
  if (!webhook.active && delivery.kind !== 'test') return { outcome: 'failed', reason: 'off' };
  const actor = await loadActor(database, registry, workspace.schema, webhook.person);
  if (actor === undefined) return { outcome: 'failed', reason: 'inactive' };
  const body = await webhookBody({ ...place, actor }, delivery);
  if (body === undefined) return { outcome: 'skipped', reason: 'notVisible' };
  const headers = {
    'content-type': 'application/json',
    ...signedHeaders(delivery.id, body, secrets, Date.now()),
  };
  const begun = performance.now();
  const answer = await sender.post(webhook.address, headers, body, signal);
  const took = Math.round(performance.now() - begun);
  if ('reason' in answer && signal.aborted) return { outcome: 'interrupted' };
  if ('reason' in answer) return { outcome: 'later', reason: answer.reason, answer: answer.said, took };
  const said = { status: answer.status, answer: answer.body, took };
  if (answer.status >= 200 && answer.status < 300) return { outcome: 'done', ...said };
  return { outcome: answer.status === 410 ? 'failed' : 'later', reason: 'status', ...said };
}
