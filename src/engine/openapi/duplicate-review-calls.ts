import type { ObjectModel } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import type { Call } from './call.ts';
import { capital } from './object-schemas.ts';
import type { Phrases } from './phrases.ts';

const open = { type: 'object', additionalProperties: true };
const look = {
  type: 'object',
  required: ['object', 'state', 'done', 'records', 'seen', 'problem'],
  properties: {
    object: { type: 'string' },
    state: { type: 'string', enum: ['never', 'queued', 'running', 'done', 'cancelled', 'failed'] },
    done: { type: 'number' },
    records: { type: 'integer' },
    seen: { type: ['string', 'null'] },
    problem: { type: ['string', 'null'] },
  },
};
const pairs = {
  type: 'object',
  required: ['pairs', 'count'],
  properties: {
    pairs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['records', 'score', 'fields'],
        properties: {
          records: { type: 'array', items: open },
          score: { type: 'number' },
          fields: { type: 'array', items: open },
        },
      },
    },
    count: { type: 'integer' },
  },
};
const merges = {
  type: 'object',
  required: ['groups', 'records', 'examples'],
  properties: {
    groups: { type: 'integer' },
    records: { type: 'integer' },
    examples: {
      type: 'array',
      items: {
        type: 'object',
        required: ['record', 'with'],
        properties: { record: open, with: { type: 'array', items: open } },
      },
    },
  },
};
const verdict = {
  type: 'object',
  required: ['records', 'different'],
  properties: {
    records: { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 2, maxItems: 2 },
    different: { type: 'boolean' },
  },
};

/** How many pairs wait to be judged, by object. */
export function duplicateQueueCalls(say: Phrases): readonly Call[] {
  const queue = {
    ...look,
    required: [...look.required, 'count'],
    properties: { ...look.properties, count: { type: 'integer' } },
  };
  const answer = {
    type: 'object',
    required: ['objects'],
    properties: { objects: { type: 'array', items: queue } },
  };
  const [tag, summary] = [say('across'), say('duplicateQueues')];
  return [{ method: 'get', path: '/api/duplicates', id: 'duplicateQueues', tag, summary, answer }];
}

/** Looking through all records of one object, and judging what was found. */
export function duplicateReviewCalls(object: ObjectModel, labels: Labels, say: Phrases): readonly Call[] {
  const all = `/api/duplicates/${object.name}`;
  const name = capital(object.name);
  const tag = labels.object(object, 'plural');
  const words = { many: tag };
  const inAddress = (parameter: string, schema: object) => ({ name: parameter, in: 'query', schema });
  return [
    {
      ...{ method: 'get', path: `${all}/pairs`, id: `pairs${name}`, tag, summary: say('pairs', words) },
      parameters: [
        inAddress('least', { type: 'number', minimum: 0, maximum: 1 }),
        inAddress('mine', { type: 'boolean' }),
        inAddress('different', { type: 'boolean' }),
      ],
      ...{ answer: pairs, refuses: [403, 422] },
    },
    {
      ...{ method: 'get', path: `${all}/merges`, id: `foreseeMerges${name}`, tag },
      summary: say('foreseeMerges', words),
      parameters: [
        inAddress('least', { type: 'number', minimum: 0, maximum: 1 }),
        inAddress('mine', { type: 'boolean' }),
      ],
      ...{ answer: merges, refuses: [403, 422] },
    },
    {
      ...{ method: 'post', path: `${all}/look`, id: `look${name}`, tag, summary: say('look', words) },
      ...{ answer: look, refuses: [403] },
    },
    {
      ...{ method: 'post', path: `${all}/look/cancel`, id: `cancelLook${name}`, tag },
      ...{ summary: say('cancelLook', words), answer: look, refuses: [403] },
    },
    {
      ...{ method: 'post', path: `${all}/verdict`, id: `judge${name}`, tag, summary: say('judge', words) },
      ...{ body: verdict, answer: verdict, refuses: [403, 404, 422] },
    },
  ];
}
