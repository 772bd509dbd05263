import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const open = { type: 'object', additionalProperties: true };
const count = { type: 'integer', minimum: 0 };
const instant = { type: ['string', 'null'], format: 'date-time' };
const job = { $ref: '#/components/schemas/Bulk' };

const problem = {
  type: 'object',
  required: ['field', 'code', 'message', 'count'],
  properties: { field: text, code: text, message: text, count },
};

const previewSchema = {
  type: 'object',
  required: [
    'total',
    'forbidden',
    'same',
    'checked',
    'changed',
    'unchanged',
    'failed',
    'examples',
    'problems',
  ],
  properties: {
    ...{ total: count, forbidden: count, same: { type: ['integer', 'null'], minimum: 0 } },
    ...{ checked: count, changed: count, unchanged: count, failed: count },
    examples: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'name', 'before', 'after'],
        properties: { id: uuid, name: text, before: open, after: open },
      },
    },
    problems: { type: 'array', items: problem },
  },
};

/** The same done with many records. */
export function bulkCalls(say: Phrases): readonly Call[] {
  const tag = say('bulkWork');
  const one = '/api/bulk/{id}';
  const request = {
    type: 'object',
    required: ['object', 'do'],
    properties: {
      object: text,
      where: { ...open, description: say('bulkWhere') },
      ids: { type: 'array', items: uuid },
      q: { ...text, description: say('bulkSearch') },
      do: { type: 'string', enum: ['update', 'delete', 'action', 'merge'] },
      values: { ...open, description: say('bulkValues') },
      action: { ...text, description: say('bulkAction') },
      input: open,
      least: { type: 'number', minimum: 0.6, maximum: 1, description: say('bulkLeast') },
      mine: { type: 'boolean' },
    },
  };
  const moved = (verb: string, id: 'cancelBulk' | 'resumeBulk' | 'undoBulk'): Call => ({
    ...{ method: 'post', path: `${one}/${verb}`, id, tag, summary: say(id) },
    ...{ parameters: ['idempotencyKey'], answer: job, refuses: [404, 409] },
  });
  return [
    {
      ...{ method: 'get', path: '/api/bulk', id: 'listBulk', tag, summary: say('listBulk') },
      answer: { type: 'object', required: ['bulk'], properties: { bulk: { type: 'array', items: job } } },
    },
    {
      ...{ method: 'post', path: '/api/bulk', id: 'beginBulk', tag, summary: say('beginBulk') },
      ...{ description: say('beginBulkMore'), parameters: ['idempotencyKey'], body: request },
      ...{ status: 201, answer: job, refuses: [403, 422] },
    },
    {
      ...{ method: 'post', path: '/api/bulk/preview', id: 'previewBulk', tag, summary: say('previewBulk') },
      ...{ description: say('previewBulkMore'), body: request, answer: previewSchema, refuses: [403, 422] },
    },
    {
      ...{ method: 'get', path: one, id: 'readBulk', tag, summary: say('readBulk') },
      ...{ answer: job, refuses: [404] },
    },
    moved('cancel', 'cancelBulk'),
    moved('resume', 'resumeBulk'),
    moved('undo', 'undoBulk'),
    {
      ...{
        method: 'get',
        path: `${one}/failures`,
        id: 'readBulkFailures',
        tag,
        summary: say('bulkFailures'),
      },
      ...{ gives: 'text/csv', answer: text, refuses: [403, 404] },
    },
  ];
}

/** Something done with many records, as it stands. */
export const bulkSchema = {
  type: 'object',
  required: [
    'id',
    'object',
    'work',
    'state',
    'total',
    'changed',
    'unchanged',
    'failed',
    'undoable',
    'createdAt',
  ],
  properties: {
    ...{ id: uuid, object: text, work: open },
    state: {
      type: 'string',
      enum: ['queued', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone'],
    },
    ...{ total: count, changed: count, unchanged: count, failed: count, undone: count, kept: count },
    ...{ createdAt: { type: 'string', format: 'date-time' }, startedAt: instant, finishedAt: instant },
    problem: { type: ['string', 'null'] },
    undoable: { type: 'boolean' },
    failures: {
      type: 'array',
      items: {
        type: 'object',
        required: ['record', 'name', 'message'],
        properties: { record: uuid, name: text, message: text },
      },
    },
  },
};
