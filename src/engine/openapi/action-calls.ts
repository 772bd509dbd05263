import type { Action } from '#kernel/action.ts';
import { moduleName, shortName } from '#kernel/object-name.ts';
import { objectNamed, type Registry } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import type { Call } from './call.ts';
import { capital } from './object-schemas.ts';
import type { Phrases } from './phrases.ts';
import { inputSchema, orNull } from './value-schema.ts';

/** One verb: the records it is to run on, and its input. */
export function actionCall(registry: Registry, action: Action, labels: Labels, say: Phrases): Call {
  const object = action.object === undefined ? undefined : objectNamed(registry, action.object);
  const module = moduleName(action.name);
  const verb = shortName(action.name);
  const text = (name: string) =>
    labels.text(
      [module, 'actions', verb, 'input', name],
      object === undefined ? name : labels.field(object, name),
    );
  const fields = Object.entries(action.input);
  const needed = fields.filter(([, field]) => field.required && field.default === undefined);
  const id = { type: 'string', format: 'uuid' };
  const input = {
    type: 'object',
    additionalProperties: false,
    ...(needed.length > 0 && { required: needed.map(([name]) => name) }),
    properties: Object.fromEntries(
      fields.map(([name, field]) => [
        name,
        { ...(field.required ? inputSchema(field) : orNull(inputSchema(field))), title: text(name) },
      ]),
    ),
  };
  const bulk = action.bulk === true;
  return {
    method: 'post',
    path: `/api/actions/${action.name}`,
    id: module + capital(verb),
    tag: object === undefined ? say('actions') : labels.object(object, 'plural'),
    summary: labels.verb(action.name) ?? verb,
    ...(bulk && { description: say('bulk') }),
    parameters: ['idempotencyKey'],
    body: {
      type: 'object',
      required: [...(object === undefined || bulk ? [] : ['id']), ...(needed.length > 0 ? ['input'] : [])],
      properties: {
        ...(object && { id, version: { type: 'integer', minimum: 1 } }),
        ...(bulk && { ids: { type: 'array', items: id, maxItems: 1000 } }),
        preview: { type: 'boolean', default: false, description: say('preview') },
        input,
      },
    },
    answer: { $ref: '#/components/schemas/ActionAnswer' },
    refuses: [403, 404, 409, 422],
  };
}
