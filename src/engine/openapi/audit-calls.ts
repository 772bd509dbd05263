import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const nullable = (type: string, more = {}) => ({ type: [type, 'null'], ...more });
const moment = { type: 'string', format: 'date-time' };
const person = {
  type: ['object', 'null'],
  required: ['id', 'name'],
  properties: { id: { type: 'string', format: 'uuid' }, name: nullable('string') },
};

/** One entry of the audit. */
export const auditEntrySchema = {
  type: 'object',
  required: ['id', 'at', 'actor', 'actingFor', 'kind', 'subject', 'facts', 'ip', 'position', 'hash'],
  properties: {
    id: text,
    at: moment,
    actor: person,
    actingFor: person,
    kind: { ...text, examples: ['signIn.failed', 'records.exported', 'share.created'] },
    subject: nullable('string'),
    facts: { type: 'object' },
    ip: nullable('string'),
    position: nullable('integer', {
      description: 'Its place in the chain, some moments after it was written.',
    }),
    hash: nullable('string'),
  },
};

const link = {
  type: 'object',
  required: ['position', 'hash'],
  properties: { position: { type: 'integer' }, hash: text },
};

const history = {
  type: 'object',
  required: ['entries', 'head', 'unsealed'],
  properties: {
    entries: { type: 'integer' },
    head: link,
    unsealed: { type: 'integer' },
    unsealedSince: moment,
    broken: {
      type: 'object',
      required: ['why', 'position'],
      properties: {
        why: { type: 'string', enum: ['altered', 'removed', 'added', 'block', 'end', 'key'] },
        position: { type: 'integer' },
        entry: {
          type: 'object',
          required: ['sequence'],
          properties: { sequence: text, at: moment, object: text, record: text, kind: text },
        },
      },
    },
  },
};

const verdict = {
  type: 'object',
  required: ['workspace', 'entries', 'anchor', 'head', 'unsealed', 'history'],
  properties: {
    workspace: text,
    entries: { type: 'integer' },
    anchor: { type: 'integer' },
    head: link,
    unsealed: { type: 'integer' },
    history,
    broken: {
      type: 'object',
      required: ['why', 'position'],
      properties: {
        why: { type: 'string', enum: ['altered', 'missing', 'ends'] },
        position: { type: 'integer' },
        entry: { type: 'object', properties: { id: text, at: moment, kind: text } },
      },
    },
  },
};

const retention = {
  type: 'object',
  required: ['months'],
  properties: { months: { type: ['integer', 'null'], minimum: 6, maximum: 600 } },
};

/** What people must be able to answer for. */
export function auditCalls(say: Phrases): readonly Call[] {
  const tag = say('audit');
  const query = (name: string, schema: JsonSchema, description?: string): JsonSchema => ({
    ...{ name, in: 'query', schema },
    ...(description !== undefined && { description }),
  });
  const filters = [
    query('person', { type: 'string', format: 'uuid' }, say('auditPerson')),
    query('kind', text),
    query('subject', text, say('auditSubject')),
    query('from', moment),
    query('until', moment),
  ];
  return [
    {
      ...{ method: 'get', path: '/api/audit', id: 'listAudit', tag, summary: say('listAudit') },
      parameters: [...filters, query('limit', { type: 'integer', minimum: 1, maximum: 200 }), 'cursor'],
      answer: {
        type: 'object',
        required: ['entries'],
        properties: {
          entries: { type: 'array', items: { $ref: '#/components/schemas/AuditEntry' } },
          next: text,
        },
      },
      refuses: [403, 422],
    },
    {
      ...{ method: 'get', path: '/api/audit/kinds', id: 'listAuditKinds', tag, summary: say('auditKinds') },
      answer: { type: 'object', required: ['kinds'], properties: { kinds: { type: 'array', items: text } } },
      refuses: [403],
    },
    {
      ...{ method: 'get', path: '/api/audit/export', id: 'exportAudit', tag, summary: say('exportAudit') },
      parameters: filters,
      gives: 'text/csv',
      answer: text,
      refuses: [403, 422],
    },
    {
      ...{ method: 'post', path: '/api/audit/verify', id: 'verifyAudit', tag, summary: say('verifyAudit') },
      answer: verdict,
      refuses: [403],
    },
    {
      ...{ method: 'get', path: '/api/audit/retention', id: 'readAuditRetention', tag },
      summary: say('auditRetention'),
      answer: retention,
      refuses: [403],
    },
    {
      ...{ method: 'put', path: '/api/audit/retention', id: 'setAuditRetention', tag },
      summary: say('setAuditRetention'),
      body: retention,
      answer: retention,
      refuses: [403, 422],
    },
  ];
}
