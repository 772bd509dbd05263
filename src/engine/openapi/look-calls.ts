import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const named = (type: string | readonly string[] = 'object') => ({
  ...{ type, required: ['id', 'name'] },
  properties: { id: { type: 'string', format: 'uuid' }, name: text },
});

/** What somebody had before him, and what others did to it since. */
export function lookCalls(say: Phrases): readonly Call[] {
  const tag = say('notifications');
  const changes = {
    type: 'object',
    required: ['object', 'record', 'since', 'at', 'actor', 'count', 'fields', 'activities'],
    properties: {
      ...{ object: text, record: named(), since: instant, at: instant, actor: named(['object', 'null']) },
      count: { type: 'integer', minimum: 1 },
      fields: { type: 'array', items: text, description: say('unseenFields') },
      activities: {
        ...{ type: 'object', description: say('unseenActivities') },
        additionalProperties: { type: 'integer', minimum: 1 },
      },
    },
  };
  return [
    {
      ...{ method: 'get', path: '/api/looks', id: 'listUnseenChanges', tag },
      summary: say('unseenChanges'),
      answer: {
        type: 'object',
        required: ['changes'],
        properties: { changes: { type: 'array', items: changes } },
      },
    },
    {
      ...{ method: 'post', path: '/api/looks/{object}/{id}', id: 'noteLook', tag },
      summary: say('noteLook'),
      answer: {
        type: 'object',
        required: ['since'],
        properties: { since: { ...instant, type: ['string', 'null'], description: say('lookSince') } },
      },
      refuses: [403, 404],
    },
    {
      ...{ method: 'post', path: '/api/looks/seen', id: 'noteAllSeen', tag },
      summary: say('noteAllSeen'),
      status: 204,
    },
  ];
}
