import { Refusal } from '#kernel/problem.ts';
import type { WebhookStop } from '#kernel/webhook-topic.ts';
import { asSystem } from '../access/actor.ts';
import type { Context } from '../records/context.ts';
import { updateRecord } from '../records/update.ts';

/** Switches a webhook off, of which administrators are told. */
export async function stopWebhook(
  context: Omit<Context, 'actor'>,
  id: string,
  stopped: WebhookStop,
): Promise<void> {
  const object = context.registry.purposes.get('webhook');
  if (object === undefined) return;
  const actor = asSystem('a webhook that reaches nobody is switched off');
  await updateRecord({ ...context, actor, verb: 'updated' }, object.name, id, {
    active: false,
    stopped,
  }).catch((error: unknown) => {
    // It was deleted meanwhile, or tells of an object that is gone: nothing else may wait for it.
    if (!(error instanceof Refusal)) throw error;
  });
}
