import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebhookSender } from '#kernel/port/webhook-sender.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { attemptDelivery } from '../webhooks/attempt.ts';
import { validSecrets } from '../webhooks/claim.ts';
import {
  claimTrial,
  deliveryStates,
  listDeliveries,
  sendAgain,
  webhookStates,
} from '../webhooks/deliveries.ts';
import { makeSecret } from '../webhooks/secrets.ts';
import { settleDelivery } from '../webhooks/settle.ts';
import { type Webhook, webhooksWhere } from '../webhooks/webhook.ts';
import { type ContextOf, unlimitedContext } from './administrator-context.ts';
import { stateAsked } from './state-asked.ts';

interface Asked {
  readonly Params: { readonly id: string; readonly delivery: string };
  readonly Querystring: { readonly before?: unknown };
}

/** `/api/webhooks`: the secrets of programs that are told what happens, and what they were told. For administrators. */
export function webhookRoutes(
  app: FastifyInstance,
  contextOf: ContextOf,
  sender: WebhookSender,
  wake: () => void,
): void {
  const asked = async (request: FastifyRequest<Asked>): Promise<{ context: Context; webhook: Webhook }> => {
    const context = await unlimitedContext(request, contextOf);
    const [webhook] = await webhooksWhere(context, { id: knownId(request.params.id) });
    if (webhook === undefined) throw new Refusal('notFound');
    return { context, webhook };
  };

  app.get('/api/webhooks', async (request) => ({
    webhooks: await webhookStates(await unlimitedContext(request, contextOf)),
  }));

  app.post<Asked>('/api/webhooks/:id/secret', async (request, reply) => {
    const { context, webhook } = await asked(request);
    const objection = sender.objection(webhook.address);
    if (objection !== undefined) throw new Refusal('invalid', [{ field: 'address', code: objection }]);
    const made = await makeSecret(context, webhook.id);
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  app.post<Asked>('/api/webhooks/:id/test', async (request) => {
    const { context, webhook } = await asked(request);
    const secrets = await validSecrets(context, webhook.id);
    if (secrets === undefined) throw new Refusal('conflict', [{ field: 'id', code: 'noSecret' }]);
    const trial = await claimTrial(context, webhook.id);
    const signal = new AbortController().signal;
    const tried = await attemptDelivery(context, sender, { webhook, secrets }, trial, signal);
    await settleDelivery({ ...context, now: Date.now() }, webhook.id, trial, tried);
    const { outcome, reason = null, status = null, answer = null, took = null } = tried;
    return { id: trial.id, delivered: outcome === 'done', reason, status, answer, took };
  });

  app.get<Asked>('/api/webhooks/:id/deliveries', async (request) => {
    const { context, webhook } = await asked(request);
    const { before } = request.query;
    const state = stateAsked(request, deliveryStates);
    return listDeliveries(context, webhook.id, {
      state,
      ...(before !== undefined && { before: String(before) }),
    });
  });

  app.post<Asked>('/api/webhooks/:id/deliveries/:delivery/retry', async (request, reply) => {
    const { context, webhook } = await asked(request);
    await sendAgain(context, webhook.id, request.params.delivery);
    wake();
    return reply.code(204).send();
  });
}
