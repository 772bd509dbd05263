import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const count = { type: ['integer', 'null'], minimum: 0, maximum: 1_000_000_000 };
const measures = {
  ...{ exportedAtOnce: count, exportedPerDay: count, openedPerHour: count, openedPerDay: count },
  ...{ listedPerHour: count, listedPerDay: count },
};
const limits = { type: 'object', required: Object.keys(measures), properties: measures };
const roles = { type: 'array', items: { type: 'string' } };
const safeguards = {
  type: 'object',
  required: ['everyone', 'roles', 'leaving', 'watermark'],
  properties: {
    everyone: limits,
    roles: { type: 'object', additionalProperties: limits },
    leaving: limits,
    watermark: {
      type: 'object',
      required: ['leaving', 'roles'],
      properties: { leaving: { type: 'boolean' }, roles },
    },
    exportReason: { type: 'boolean' },
  },
};
const seen = { object: { type: 'string' }, opened: { type: 'integer' }, listed: { type: 'integer' } };
const taken = {
  type: 'object',
  required: ['days', 'limits', 'exportedToday', 'views', 'entries'],
  properties: {
    days: { type: 'integer' },
    limits,
    exportedToday: { type: 'integer' },
    views: { type: 'array', items: { type: 'object', required: Object.keys(seen), properties: seen } },
    entries: { type: 'array', items: { $ref: '#/components/schemas/AuditEntry' } },
  },
};

/** How much each may export and look at, and what somebody has. */
export function safeguardCalls(say: Phrases): readonly Call[] {
  const tag = say('audit');
  return [
    {
      ...{ method: 'get', path: '/api/safeguards', id: 'readSafeguards', tag, summary: say('safeguards') },
      answer: safeguards,
      refuses: [403],
    },
    {
      ...{ method: 'put', path: '/api/safeguards', id: 'setSafeguards', tag, summary: say('setSafeguards') },
      body: safeguards,
      answer: safeguards,
      refuses: [403, 422],
    },
    {
      ...{ method: 'get', path: '/api/safeguards/people/{id}', id: 'readTaken', tag, summary: say('taken') },
      answer: taken,
      refuses: [403, 404],
    },
  ];
}
