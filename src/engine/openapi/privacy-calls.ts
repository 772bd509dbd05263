import type { ObjectModel } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const counted = (more = {}) => ({
  type: 'array',
  items: {
    type: 'object',
    required: ['object', 'count', ...Object.keys(more)],
    properties: { object: { type: 'string' }, count: { type: 'integer' }, ...more },
  },
});
const erasure = {
  type: 'object',
  required: ['erased', 'kept'],
  properties: {
    erased: counted({ fields: { type: 'array', items: { type: 'string' } } }),
    kept: counted(),
  },
};

/** What may be asked about the people whom an object's records are. */
export function privacyCalls(object: ObjectModel, labels: Labels, say: Phrases): readonly Call[] {
  const { name } = object;
  const tag = labels.object(object, 'plural');
  const words = { one: labels.object(object, 'label') };
  const suffix = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const path = `/api/records/${name}/{id}`;
  return [
    {
      ...{ method: 'get', path: `${path}/personal-data`, id: `personalDataOf${suffix}`, tag },
      summary: say('personalData', words),
      gives: 'application/zip',
      answer: { type: 'string', format: 'binary' },
      refuses: [403, 404],
    },
    {
      ...{ method: 'get', path: `${path}/erasure`, id: `previewErasureOf${suffix}`, tag },
      summary: say('previewErasure', words),
      answer: erasure,
      refuses: [403, 404],
    },
    {
      ...{ method: 'post', path: `${path}/erasure`, id: `erase${suffix}`, tag },
      summary: say('eraseSubject', words),
      body: {
        type: 'object',
        required: ['reason'],
        properties: { reason: { type: 'string', maxLength: 500 } },
      },
      answer: erasure,
      refuses: [403, 404, 409, 422],
    },
  ];
}

/** What a rule of retention would take away. */
export function retentionCalls(object: ObjectModel, labels: Labels, say: Phrases): readonly Call[] {
  const tag = labels.object(object, 'plural');
  const record = {
    type: 'object',
    properties: { id: { type: 'string' }, name: { type: ['string', 'null'] } },
  };
  return [
    {
      ...{ method: 'get', path: '/api/retention/{id}', id: 'previewRetention', tag },
      summary: say('previewRetention'),
      answer: {
        type: 'object',
        required: ['count', 'held', 'records'],
        properties: {
          count: { type: 'integer' },
          held: { type: 'integer' },
          records: { type: 'array', items: record },
        },
      },
      refuses: [403, 404],
    },
  ];
}
