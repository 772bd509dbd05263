import type { ObjectModel } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import type { Call } from './call.ts';
import { capital, schemaReference } from './object-schemas.ts';
import type { Phrases } from './phrases.ts';

/** Why somebody can reach a record of an object, who follows it, a text filled from it, and the whole value of a masked field. */
export function accessCalls(object: ObjectModel, labels: Labels, say: Phrases): readonly Call[] {
  const record = `/api/records/${object.name}/{id}`;
  const name = capital(object.name);
  const tag = labels.object(object, 'plural');
  const words = { one: labels.object(object, 'label'), many: tag };
  const person = {
    name: 'person',
    in: 'query',
    description: say('accessPerson'),
    schema: { type: 'string', format: 'uuid' },
  } as const;
  const follower = {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } },
  };
  return [
    {
      method: 'get',
      path: `${record}/access`,
      id: `access${name}`,
      tag,
      summary: say('access', words),
      parameters: [person],
      answer: schemaReference('Access'),
      refuses: [403, 404, 422],
    },
    {
      method: 'get',
      path: `${record}/seen`,
      id: `seen${name}`,
      tag,
      summary: say('seen', words),
      parameters: [person],
      answer: { type: 'object', required: ['seen'], properties: { seen: { type: 'boolean' } } },
      refuses: [403, 404, 422],
    },
    {
      method: 'get',
      path: `${record}/followers`,
      id: `followers${name}`,
      tag,
      summary: say('followers', words),
      answer: {
        type: 'object',
        required: ['followers'],
        properties: { followers: { type: 'array', items: follower } },
      },
      refuses: [403, 404, 422],
    },
    {
      method: 'post',
      path: `${record}/fill`,
      id: `fill${name}`,
      tag,
      summary: say('fill', words),
      body: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } },
      answer: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } },
      refuses: [403, 404, 422],
    },
    {
      method: 'post',
      path: `${record}/reveal`,
      id: `reveal${name}`,
      tag,
      summary: say('reveal', words),
      body: { type: 'object', required: ['field'], properties: { field: { type: 'string' } } },
      answer: {
        type: 'object',
        required: ['value'],
        properties: { value: { type: ['string', 'null'] } },
      },
      refuses: [403, 404, 422],
    },
  ];
}
