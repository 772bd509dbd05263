import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';
import { ownTimeSchema, workingTimeCall } from './working-time-schemas.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const open = { type: 'object', additionalProperties: true };
const listOf = (name: string, items: JsonSchema) => objectOf({ [name]: { type: 'array', items } });

/** Calls that are not about the records of one object, in the order of the reference. */
export function generalCalls(say: Phrases): readonly Call[] {
  return [...installation(say), ...people(say), ...across(say), ...files(say), ...automations(say)];
}

function installation(say: Phrases): readonly Call[] {
  const tag = say('installation');
  return [
    {
      method: 'get',
      path: '/api/health',
      id: 'readHealth',
      tag,
      summary: say('health'),
      open: true,
      answer: objectOf({
        status: { type: 'string', enum: ['ok'] },
        version: text,
        database: text,
        queue: text,
      }),
    },
    {
      method: 'get',
      path: '/api/setup',
      id: 'readSetup',
      tag,
      summary: say('setupNeeded'),
      open: true,
      answer: objectOf({ needed: { type: 'boolean' } }),
    },
    {
      method: 'post',
      path: '/api/setup',
      id: 'setUp',
      tag,
      summary: say('setup'),
      open: true,
      body: objectOf({
        company: text,
        name: text,
        email: text,
        password: text,
        locale: text,
        currency: text,
        timeZone: text,
      }),
      status: 201,
      answer: open,
      refuses: [403, 409, 422],
    },
    { method: 'get', path: '/api/meta', id: 'readMeta', tag, summary: say('meta'), answer: open },
    {
      method: 'get',
      path: '/api/openapi.json',
      id: 'readOpenApi',
      tag,
      summary: say('openapi'),
      open: true,
      answer: open,
    },
  ];
}

function people(say: Phrases): readonly Call[] {
  const tag = say('people');
  const me = { $ref: '#/components/schemas/Me' };
  const key = { $ref: '#/components/schemas/ApiKey' };
  return [
    { method: 'get', path: '/api/me', id: 'readMe', tag, summary: say('me'), answer: me },
    {
      method: 'patch',
      path: '/api/me',
      id: 'updateMe',
      tag,
      summary: say('updateMe'),
      body: objectOf(
        { locale: { type: 'string', enum: ['en', 'zh-CN'] }, timeZone: text, workingTime: ownTimeSchema },
        [],
      ),
      answer: me,
      refuses: [403, 422],
    },
    workingTimeCall(say),
    {
      method: 'get',
      path: '/api/api-keys',
      id: 'listApiKeys',
      tag,
      summary: say('apiKeys'),
      answer: listOf('apiKeys', key),
      refuses: [403],
    },
    {
      method: 'post',
      path: '/api/api-keys',
      id: 'createApiKey',
      tag,
      summary: say('createApiKey'),
      description: say('createApiKeyMore'),
      body: objectOf(
        {
          name: text,
          scopes: { type: 'array', items: text },
          expiresAt: { type: 'string', format: 'date-time' },
        },
        ['name'],
      ),
      status: 201,
      answer: { allOf: [key, objectOf({ key: text })] },
      refuses: [403, 422],
    },
    {
      method: 'delete',
      path: '/api/api-keys/{id}',
      id: 'deleteApiKey',
      tag,
      summary: say('deleteApiKey'),
      status: 204,
      refuses: [403, 404],
    },
  ];
}

function across(say: Phrases): readonly Call[] {
  const tag = say('across');
  return [
    {
      method: 'get',
      path: '/api/search',
      id: 'search',
      tag,
      summary: say('search'),
      parameters: ['q', 'searchLimit', 'objects'],
      answer: listOf(
        'results',
        objectOf({
          object: text,
          id: uuid,
          name: text,
          detail: { type: ['string', 'null'] },
          score: { type: 'number' },
          file: {
            type: ['object', 'null'],
            properties: { id: uuid, name: text, size: { type: 'integer' }, mediaType: text, snippet: text },
          },
        }),
      ),
      refuses: [422],
    },
    {
      method: 'get',
      path: '/api/events',
      id: 'listen',
      tag,
      summary: say('events'),
      description: say('eventsMore'),
      parameters: ['since'],
      gives: 'text/event-stream',
      answer: text,
    },
    {
      method: 'post',
      path: '/api/presence',
      id: 'announcePresence',
      tag,
      summary: say('presence'),
      body: objectOf({ object: text, id: uuid, left: { type: 'boolean' } }, ['object', 'id']),
      status: 204,
      refuses: [404, 422],
    },
  ];
}

function files(say: Phrases): readonly Call[] {
  const tag = say('files');
  const stored = { $ref: '#/components/schemas/StoredFile' };
  return [
    {
      method: 'post',
      path: '/api/files',
      id: 'uploadFiles',
      tag,
      summary: say('uploadFiles'),
      sends: 'multipart/form-data',
      body: objectOf({
        file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
      }),
      status: 201,
      answer: { type: 'array', items: stored },
      refuses: [413, 422],
    },
    {
      method: 'get',
      path: '/api/files/{id}',
      id: 'downloadFile',
      tag,
      summary: say('downloadFile'),
      gives: '*/*',
      answer: { type: 'string', contentMediaType: 'application/octet-stream' },
      refuses: [404],
    },
    {
      method: 'get',
      path: '/api/files/{id}/text',
      id: 'readFileText',
      tag,
      summary: say('readFileText'),
      description: say('readFileTextMore'),
      answer: {
        type: 'object',
        required: ['text'],
        properties: {
          text,
          fault: { type: 'string', enum: ['encrypted', 'tooLarge', 'tooLong', 'unreadable'] },
        },
      },
      refuses: [404],
    },
  ];
}

function automations(say: Phrases): readonly Call[] {
  const tag = say('automations');
  const state = { type: 'string', enum: ['waiting', 'done', 'skipped', 'failed'] };
  return [
    {
      method: 'get',
      path: '/api/automation-runs',
      id: 'listAutomationRuns',
      tag,
      summary: say('automationRuns'),
      parameters: [
        { name: 'state', in: 'query', schema: state },
        { name: 'automation', in: 'query', schema: { type: 'string' } },
      ],
      answer: listOf('runs', open),
      refuses: [403, 422],
    },
    {
      method: 'get',
      path: '/api/automation-runs/{id}/rounds',
      id: 'listAutomationRounds',
      tag,
      summary: say('automationRounds'),
      parameters: [
        { name: 'step', in: 'query', required: true, schema: text },
        { name: 'offset', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 1000 } },
      ],
      answer: objectOf({ rounds: { type: 'array', items: open }, more: { type: 'boolean' } }),
      refuses: [403, 404, 422],
    },
    {
      method: 'post',
      path: '/api/automations/trial',
      id: 'tryAutomation',
      tag,
      summary: say('tryAutomation'),
      description: say('tryAutomationMore'),
      body: {
        type: 'object',
        required: ['object', 'trigger', 'steps', 'sample'],
        properties: {
          ...{ object: text, trigger: open, where: { ...open, type: ['object', 'null'] } },
          ...{ steps: { type: 'array', items: open, maxItems: 30 }, sample: uuid },
        },
      },
      answer: objectOf({
        sample: objectOf({ id: uuid, name: text }),
        unmet: { type: 'array', items: open },
        steps: { type: 'array', items: open },
      }),
      refuses: [403, 404, 422],
    },
    {
      method: 'post',
      path: '/api/automation-runs/{id}/retry',
      id: 'retryAutomationRun',
      tag,
      summary: say('retryRun'),
      status: 204,
      refuses: [403, 404],
    },
  ];
}
