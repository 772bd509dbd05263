import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const open = { type: 'object', additionalProperties: true };
const job = { $ref: '#/components/schemas/Import' };
const wishes = {
  type: 'object',
  properties: {
    files: {
      type: 'array',
      items: { type: 'object', required: ['name'], properties: { name: text }, additionalProperties: true },
    },
    options: {
      type: 'object',
      properties: { duplicates: { type: 'string', enum: ['skip', 'update', 'create'] } },
    },
  },
};

/** Files with rows on their way to records. */
export function importCalls(say: Phrases): readonly Call[] {
  const tag = say('imports');
  const one = '/api/imports/{id}';
  return [
    {
      method: 'get',
      path: '/api/imports',
      id: 'listImports',
      tag,
      summary: say('listImports'),
      answer: {
        type: 'object',
        required: ['imports'],
        properties: { imports: { type: 'array', items: job } },
      },
    },
    {
      method: 'post',
      path: '/api/imports',
      id: 'createImport',
      tag,
      summary: say('createImport'),
      parameters: ['idempotencyKey'],
      description: say('createImportMore'),
      sends: 'multipart/form-data',
      body: {
        type: 'object',
        required: ['files'],
        properties: {
          files: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
          import: { type: 'string', contentMediaType: 'application/json', contentSchema: wishes },
        },
      },
      status: 201,
      answer: job,
      refuses: [403, 413, 422],
    },
    {
      method: 'get',
      path: one,
      id: 'readImport',
      tag,
      summary: say('readImport'),
      answer: job,
      refuses: [404],
    },
    {
      method: 'patch',
      path: one,
      id: 'updateImport',
      tag,
      summary: say('updateImport'),
      body: wishes,
      answer: job,
      refuses: [404, 409, 422],
    },
    {
      method: 'post',
      path: `${one}/run`,
      id: 'runImport',
      tag,
      summary: say('runImport'),
      parameters: ['idempotencyKey'],
      body: { type: 'object', properties: { dryRun: { type: 'boolean', default: false } } },
      answer: job,
      refuses: [404, 409],
    },
    {
      method: 'post',
      path: `${one}/rollback`,
      id: 'rollbackImport',
      tag,
      summary: say('rollbackImport'),
      parameters: ['idempotencyKey'],
      answer: job,
      refuses: [404, 409],
    },
    {
      method: 'get',
      path: `${one}/errors`,
      id: 'readImportErrors',
      tag,
      summary: say('importErrors'),
      parameters: [{ name: 'file', in: 'query', schema: { type: 'integer', minimum: 0, default: 0 } }],
      gives: 'text/csv',
      answer: text,
      refuses: [404],
    },
  ];
}

/** An import as it stands. */
export const importSchema = {
  type: 'object',
  required: ['id', 'state', 'createdAt', 'options', 'files'],
  properties: {
    id: uuid,
    state: {
      type: 'string',
      enum: [
        'mapping',
        'queued',
        'checking',
        'checked',
        'running',
        'done',
        'failed',
        'rollingBack',
        'rolledBack',
      ],
    },
    createdAt: { type: 'string', format: 'date-time' },
    options: open,
    files: { type: 'array', items: open },
    startedAt: { type: ['string', 'null'], format: 'date-time' },
    finishedAt: { type: ['string', 'null'], format: 'date-time' },
  },
  additionalProperties: true,
};
