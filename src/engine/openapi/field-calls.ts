import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const problems = {
  type: 'array',
  items: {
    type: 'object',
    required: ['field', 'code', 'message'],
    properties: { field: text, code: text, message: text },
  },
};
const faults = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'errors'],
    properties: { id: { type: 'string', format: 'uuid' }, errors: problems },
  },
};
const dependents = {
  type: 'array',
  items: {
    type: 'object',
    required: ['kind', 'name', 'label'],
    properties: { kind: { type: 'string', enum: ['field', 'mapping'] }, name: text, label: text },
  },
};

/** What administrators ask about fields that the company has added, beyond the records that define them. */
export function fieldCalls(say: Phrases): readonly Call[] {
  const tag = say('installation');
  return [
    {
      method: 'get',
      path: '/api/fields/faults',
      id: 'listFieldFaults',
      tag,
      summary: say('fieldFaults'),
      answer: { type: 'object', required: ['faults'], properties: { faults } },
      refuses: [403],
    },
    {
      method: 'get',
      path: '/api/fields/{id}/consequences',
      id: 'readFieldConsequences',
      tag,
      summary: say('fieldConsequences'),
      answer: {
        type: 'object',
        required: ['filled', 'lacking', 'dependents'],
        properties: { filled: { type: 'integer' }, lacking: { type: 'integer' }, dependents },
      },
      refuses: [403, 404],
    },
    {
      method: 'delete',
      path: '/api/fields/{id}',
      id: 'eraseField',
      tag,
      summary: say('eraseField'),
      description: say('eraseFieldMore'),
      status: 204,
      refuses: [403, 404, 422],
    },
  ];
}
