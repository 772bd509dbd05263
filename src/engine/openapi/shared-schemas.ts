import type { JsonSchema } from '#kernel/field/type.ts';
import { ownTimeSchema } from './working-time-schemas.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const instant = { type: 'string', format: 'date-time' };
const anything = {};

function record(properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', required, properties };
}

/** Schemas that are not of one object. */
export const sharedSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    ...record(
      {
        type: text,
        title: text,
        status: { type: 'integer' },
        detail: text,
        errors: { type: 'array', items: record({ field: text, code: text, message: text }) },
      },
      ['detail', 'errors'],
    ),
    additionalProperties: true,
    examples: [
      {
        type: 'urn:guanxi:problem:invalid',
        title: 'The values are not acceptable',
        status: 422,
        errors: [{ field: 'name', code: 'required', message: 'Please fill this in' }],
      },
    ],
  },
  ScimError: record({ schemas: { type: 'array', items: text }, status: text, detail: text, scimType: text }, [
    'scimType',
  ]),
  Related: { ...record({ id: uuid }), additionalProperties: true },
  RecordReference: record({ object: text, id: uuid }),
  ActionAnswer: record(
    {
      records: { type: 'array', items: { $ref: '#/components/schemas/RecordReference' } },
      result: { type: 'object', additionalProperties: true },
      draft: record({ object: text, values: { type: 'object', additionalProperties: true } }),
      consequences: {
        type: 'array',
        items: record({
          object: text,
          kind: { type: 'string', enum: ['create', 'update', 'delete'] },
          count: { type: 'integer' },
        }),
      },
    },
    ['result', 'draft', 'consequences'],
  ),
  Access: record({
    person: record({ id: uuid, name: text }),
    may: record({ read: { type: 'boolean' }, update: { type: 'boolean' }, delete: { type: 'boolean' } }),
    reasons: {
      type: 'array',
      items: {
        ...record({
          kind: { type: 'string', enum: ['administrator', 'role', 'share', 'rule'] },
          operations: { type: 'array', items: { type: 'string', enum: ['read', 'update', 'delete'] } },
        }),
        additionalProperties: true,
      },
    },
  }),
  TimelineEntry: record(
    {
      id: text,
      at: instant,
      kind: text,
      label: text,
      object: text,
      record: record({ id: uuid, name: { type: ['string', 'null'] } }),
      actor: { anyOf: [record({ id: uuid, name: text }), { type: 'null' }] },
      impersonator: record({ id: uuid, name: text }),
      changes: {
        type: 'array',
        items: record({ field: text, label: text, old: anything, new: anything }),
      },
      activity: { type: 'object', additionalProperties: true },
      share: { type: 'object', additionalProperties: true },
    },
    ['label', 'activity', 'share', 'impersonator'],
  ),
  StoredFile: record({ id: uuid, name: text, size: { type: 'integer' }, mediaType: text }),
  Me: record({
    id: uuid,
    name: text,
    email: { type: 'string', format: 'email' },
    locale: { type: 'string', enum: ['en', 'zh-CN'] },
    timeZone: { type: 'string', examples: ['Asia/Shanghai'] },
    workingTime: ownTimeSchema,
    roles: { type: ['array', 'null'], items: text },
    administrator: { type: 'boolean' },
  }),
  ApiKey: record({
    id: uuid,
    name: text,
    start: { type: 'string', description: 'How the key begins, to tell keys apart.' },
    scopes: { type: ['array', 'null'], items: text, examples: [['read']] },
    createdAt: instant,
    expiresAt: { type: ['string', 'null'], format: 'date-time' },
    lastUsedAt: { type: ['string', 'null'], format: 'date-time' },
  }),
  Duplicate: record({
    id: uuid,
    name: text,
    score: { type: 'number' },
    fields: { type: 'array', items: record({ field: text, likeness: { type: 'number' } }) },
    values: { type: 'object', additionalProperties: true },
  }),
};
