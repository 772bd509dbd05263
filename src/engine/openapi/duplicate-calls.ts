import type { ObjectModel } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import type { Call } from './call.ts';
import { capital, schemaReference } from './object-schemas.ts';
import type { Phrases } from './phrases.ts';

/** Finding records of one object that may be one, and making them one. */
export function duplicateCalls(object: ObjectModel, labels: Labels, say: Phrases): readonly Call[] {
  const record = `/api/records/${object.name}/{id}`;
  const name = capital(object.name);
  const tag = labels.object(object, 'plural');
  const words = { one: labels.object(object, 'label'), many: tag };
  const open = { type: 'object', additionalProperties: true };
  const suspects = {
    type: 'object',
    required: ['duplicates'],
    properties: { duplicates: { type: 'array', items: schemaReference('Duplicate') } },
  };
  const merge = {
    type: 'object',
    required: ['with'],
    properties: { with: { type: 'array', items: { type: 'string', format: 'uuid' } }, values: open },
  };
  return [
    {
      method: 'post',
      path: `/api/duplicates/${object.name}`,
      id: `check${name}`,
      tag,
      summary: say('check', words),
      body: open,
      answer: suspects,
      refuses: [403, 422],
    },
    {
      method: 'get',
      path: `${record}/duplicates`,
      id: `duplicates${name}`,
      tag,
      summary: say('suspects', words),
      answer: suspects,
      refuses: [403, 404],
    },
    {
      method: 'post',
      path: `${record}/merge`,
      id: `merge${name}`,
      tag,
      summary: say('merge', words),
      parameters: ['idempotencyKey'],
      body: merge,
      answer: schemaReference(name),
      refuses: [403, 404, 409, 422],
    },
    {
      method: 'post',
      path: `${record}/unmerge`,
      id: `unmerge${name}`,
      tag,
      summary: say('unmerge', words),
      parameters: ['idempotencyKey'],
      answer: schemaReference(name),
      refuses: [403, 404, 409],
    },
  ];
}
