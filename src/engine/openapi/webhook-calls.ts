import type { JsonSchema } from '#kernel/field/type.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { happenings } from '#kernel/webhook-topic.ts';
import type { Labels } from '../http/labels.ts';
import { deliveryStates } from '../webhooks/deliveries.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import { capital, schemaReference } from './object-schemas.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const count = { type: 'integer' };
const uuid = { type: 'string', format: 'uuid' };
const instant = { type: 'string', format: 'date-time' };
const maybe = ({ type, ...rest }: { readonly type: string; readonly format?: string }) => ({
  type: [type, 'null'],
  ...rest,
});
const listOf = (items: JsonSchema) => ({ type: 'array', items });

const state = objectOf({
  ...{ id: uuid, secretMadeAt: instant, formerUntil: maybe(instant), succeededAt: maybe(instant) },
  ...{ waiting: count, failed: count },
});
const answered = { reason: maybe(text), status: maybe(count), took: maybe(count), answer: maybe(text) };
const delivery = objectOf({
  ...{
    id: uuid,
    object: maybe(text),
    record: maybe(uuid),
    kind: text,
    action: maybe(text),
    fields: listOf(text),
  },
  ...{
    happenedAt: instant,
    state: { type: 'string', enum: [...deliveryStates] },
    attempts: count,
    ...answered,
  },
  ...{ triedAt: maybe(instant), nextAt: maybe(instant) },
});

/** What is set and asked of webhooks beside their records. */
export function webhookCalls(say: Phrases): readonly Call[] {
  const tag = say('webhooks');
  const path = '/api/webhooks';
  const one = `${path}/{id}`;
  return [
    {
      ...{ method: 'get', path, id: 'listWebhookStates', tag, summary: say('webhookStates') },
      answer: objectOf({ webhooks: listOf(state) }),
      refuses: [403],
    },
    {
      ...{ method: 'post', path: `${one}/secret`, id: 'makeWebhookSecret', tag },
      summary: say('makeWebhookSecret'),
      status: 201,
      answer: objectOf({ secret: text, formerUntil: maybe(instant) }),
      refuses: [403, 422],
    },
    {
      ...{ method: 'post', path: `${one}/test`, id: 'testWebhook', tag, summary: say('testWebhook') },
      answer: objectOf({ id: uuid, delivered: { type: 'boolean' }, ...answered }),
      refuses: [403, 409],
    },
    {
      ...{ method: 'get', path: `${one}/deliveries`, id: 'listWebhookDeliveries', tag },
      summary: say('webhookDeliveries'),
      parameters: [
        { name: 'state', in: 'query', schema: { type: 'string', enum: [...deliveryStates] } },
        { name: 'before', in: 'query', description: say('webhookBefore'), schema: uuid },
      ],
      answer: objectOf({ deliveries: listOf(delivery), next: uuid }, ['deliveries']),
      refuses: [403, 422],
    },
    {
      ...{ method: 'post', path: `${one}/deliveries/{delivery}/retry`, id: 'sendWebhookAgain', tag },
      summary: say('sendWebhookAgain'),
      status: 204,
      refuses: [403],
    },
  ];
}

/** What programs are told, by object, as OpenAPI describes webhooks. */
export function webhooksTold(
  objects: readonly ObjectModel[],
  labels: Labels,
  say: Phrases,
): Record<string, unknown> {
  const told = objects.filter(({ declaration }) => declaration.unites === undefined);
  return Object.fromEntries(
    told.map((object) => {
      const many = labels.object(object, 'plural');
      const content = { 'application/json': { schema: envelope(object, say) } };
      const post = {
        ...{ operationId: `tell${capital(object.name)}`, tags: [many], summary: say('toldOf', { many }) },
        ...{ security: [], requestBody: { required: true, content } },
        responses: { default: { description: say('webhookTaken') } },
      };
      return [object.name, { post }];
    }),
  );
}

function envelope(object: ObjectModel, say: Phrases): JsonSchema {
  const name = capital(object.name);
  return objectOf(
    {
      type: { type: 'string', enum: [...happenings, 'called'].map((kind) => `${object.name}.${kind}`) },
      timestamp: instant,
      action: { ...text, description: say('toldAction') },
      automation: { ...text, description: say('toldAutomation') },
      changed: { ...listOf(text), description: say('toldChanged') },
      data: {
        description: say('toldData'),
        anyOf: [schemaReference(name), schemaReference(`${name}Row`)],
      },
    },
    ['type', 'timestamp', 'changed', 'data'],
  );
}
