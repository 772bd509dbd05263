import { exactnesses } from '#kernel/field/location/location.ts';
import type { JsonSchema } from '#kernel/field/type.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import type { Call } from './call.ts';
import { capital, schemaReference } from './object-schemas.ts';
import type { Phrases } from './phrases.ts';

/** What can be done with the records of one object. */
export function recordCalls(object: ObjectModel, labels: Labels, say: Phrases): readonly Call[] {
  const calls = allCalls(object, labels, say);
  const { unites, appendOnly, raised } = object.declaration;
  // Records that are shown here and belong to other objects are changed there.
  if (unites !== undefined) return calls.filter(({ method }) => method === 'get');
  const all = `/api/records/${object.name}`;
  const made = raised ? calls.filter(({ method, path }) => method !== 'post' || path !== all) : calls;
  return appendOnly ? made.filter(({ method, path }) => method === 'get' || path === all) : made;
}

function allCalls(object: ObjectModel, labels: Labels, say: Phrases): readonly Call[] {
  const path = `/api/records/${object.name}`;
  const name = capital(object.name);
  const record = schemaReference(name);
  const words = { one: labels.object(object, 'label'), many: labels.object(object, 'plural') };
  const tag = words.many;
  const anything = { type: 'object', additionalProperties: true };
  const several = (items: JsonSchema) => ({ type: 'array', minItems: 0, maxItems: 1000, items });
  return [
    {
      method: 'get',
      path,
      id: `list${name}`,
      tag,
      summary: say('list', words),
      parameters: ['where', 'q', 'select', 'sort', 'limit', 'cursor', 'count', 'marks', 'bin'],
      answer: {
        type: 'object',
        required: ['records'],
        properties: {
          records: { type: 'array', items: schemaReference(`${name}Row`) },
          next: { type: 'string', description: say('next') },
          count: { type: 'integer', description: say('counted') },
        },
      },
      refuses: [403, 422],
    },
    {
      method: 'post',
      path,
      id: `create${name}`,
      tag,
      summary: say('create', words),
      description: say('createMany'),
      parameters: ['idempotencyKey'],
      body: { anyOf: [schemaReference(`${name}Input`), several(schemaReference(`${name}Input`))] },
      status: 201,
      answer: {
        anyOf: [record, { type: 'object', required: ['records'], properties: { records: several(record) } }],
      },
      refuses: [403, 409, 413, 422],
    },
    {
      method: 'get',
      path: `${path}/aggregate`,
      id: `aggregate${name}`,
      tag,
      summary: say('aggregate', words),
      parameters: ['groupBy', 'measures', 'where', 'q', 'totals'],
      answer: {
        type: 'object',
        required: ['groups'],
        properties: {
          groups: { type: 'array', items: anything },
          places: { type: 'object', additionalProperties: placeAnswer },
          totals: {
            type: 'array',
            items: {
              type: 'object',
              required: ['over', 'values'],
              properties: { over: { type: 'array', items: { type: 'string' } }, values: anything },
            },
          },
        },
      },
      refuses: [403, 422],
    },
    {
      method: 'get',
      path: `${path}/map`,
      id: `map${name}`,
      tag,
      summary: say('map', words),
      parameters: ['place', 'window', 'mapZoom', 'where', 'q'],
      answer: mapAnswer,
      refuses: [403, 422],
    },
    {
      method: 'get',
      path: `${path}/export`,
      id: `export${name}`,
      tag,
      summary: say('export', words),
      parameters: [
        'exportFormat',
        'exportHeaders',
        'exportFor',
        'exportReason',
        'select',
        'where',
        'sort',
        'q',
        'bin',
      ],
      gives: ['text/csv', 'text/vcard', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      answer: { type: 'string' },
      refuses: [403, 404, 422],
    },
    {
      method: 'get',
      path: `${path}/{id}`,
      id: `read${name}`,
      tag,
      summary: say('read', words),
      parameters: ['select'],
      answer: { anyOf: [record, schemaReference(`${name}Row`)] },
      refuses: [403, 404, 422],
    },
    {
      method: 'patch',
      path: `${path}/{id}`,
      id: `update${name}`,
      tag,
      summary: say('update', words),
      description: say('updateVersion'),
      body: schemaReference(`${name}Changes`),
      answer: record,
      refuses: [403, 404, 409, 422],
    },
    {
      method: 'delete',
      path: `${path}/{id}`,
      id: `delete${name}`,
      tag,
      summary: say('delete', words),
      parameters: ['version'],
      status: 204,
      refuses: [403, 404, 409, 422],
    },
    {
      method: 'post',
      path: `${path}/{id}/restore`,
      id: `restore${name}`,
      tag,
      summary: say('restore', words),
      parameters: ['idempotencyKey'],
      answer: record,
      refuses: [403, 404, 409, 422],
    },
    {
      method: 'get',
      path: `${path}/{id}/timeline`,
      id: `timeline${name}`,
      tag,
      summary: say('timeline', words),
      parameters: ['timelineLimit', 'cursor', 'kinds', 'historyOf'],
      answer: {
        type: 'object',
        required: ['entries'],
        properties: {
          entries: { type: 'array', items: schemaReference('TimelineEntry') },
          next: { type: 'string', description: say('next') },
        },
      },
      refuses: [403, 404, 422],
    },
  ];
}

const degrees = { type: 'number' };
const placeAnswer = {
  type: 'object',
  required: ['name', 'latitude', 'longitude'],
  properties: { name: { type: 'string' }, latitude: degrees, longitude: degrees },
};
const mapAnswer = {
  type: 'object',
  required: ['count', 'inside', 'unplaced', 'groups'],
  properties: {
    count: { type: 'integer' },
    inside: { type: 'integer' },
    unplaced: { type: 'integer' },
    groups: {
      type: 'array',
      items: {
        type: 'object',
        required: ['count', 'latitude', 'longitude'],
        properties: {
          count: { type: 'integer' },
          latitude: degrees,
          longitude: degrees,
          exactness: { type: 'string', enum: exactnesses },
          id: { type: 'string', format: 'uuid' },
          window: { type: 'array', minItems: 4, maxItems: 4, items: degrees },
        },
      },
    },
  },
};
