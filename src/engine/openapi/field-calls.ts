import { expressionLimits } from '#kernel/expression/text/expression-limits.ts';
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
const integer = { type: 'integer' };
const dependents = {
  type: 'array',
  items: {
    type: 'object',
    required: ['kind', 'name', 'label'],
    properties: {
      kind: { type: 'string', enum: ['field', 'mapping', 'records'] },
      ...{ name: text, label: text, count: integer, examples: { type: 'array', items: text } },
    },
  },
};

const trial = {
  type: 'object',
  required: ['object', 'expression'],
  properties: {
    ...{ object: text, expression: { type: 'string', maxLength: expressionLimits.characters } },
    ...{ name: text, scale: { type: 'integer', minimum: 0, maximum: 8 } },
    ...{ wanted: { type: 'string', enum: ['boolean'] }, sample: { type: 'string', format: 'uuid' } },
  },
};
const tried = {
  type: 'object',
  properties: {
    result: text,
    fault: {
      type: 'object',
      required: ['code', 'message', 'from', 'to'],
      properties: {
        ...{ code: text, message: text },
        ...{ from: integer, to: integer, line: integer, column: integer },
      },
    },
    sample: {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { type: 'string', format: 'uuid' }, name: text, value: {} },
    },
  },
};

const likeness = {
  type: 'object',
  required: ['field', 'kind', 'weight'],
  properties: { field: text, kind: text, weight: { type: 'number' } },
};

/** What administrators ask about fields and objects that the company has added, beyond the records that define them. */
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
      path: '/api/fields/formulas',
      id: 'listFormulas',
      tag,
      summary: say('listFormulas'),
      parameters: [{ name: 'object', in: 'query', required: true, schema: text }],
      answer: {
        type: 'object',
        required: ['formulas'],
        properties: { formulas: { type: 'object', additionalProperties: text } },
      },
      refuses: [403],
    },
    {
      method: 'get',
      path: '/api/fields/likenesses',
      id: 'listLikenesses',
      tag,
      summary: say('listLikenesses'),
      parameters: [{ name: 'object', in: 'query', required: true, schema: text }],
      answer: {
        type: 'object',
        required: ['likenesses'],
        properties: { likenesses: { type: 'array', items: likeness } },
      },
      refuses: [403],
    },
    {
      method: 'post',
      path: '/api/fields/trial',
      id: 'tryExpression',
      tag,
      summary: say('tryExpression'),
      description: say('tryExpressionMore'),
      body: trial,
      answer: tried,
      refuses: [403, 404, 422],
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
        properties: { filled: integer, lacking: integer, dependents },
      },
      refuses: [403, 404],
    },
    {
      method: 'get',
      path: '/api/choices/consequences',
      id: 'readChoiceConsequences',
      tag,
      summary: say('choiceConsequences'),
      parameters: [
        { name: 'object', in: 'query', required: true, schema: text },
        { name: 'field', in: 'query', required: true, schema: text },
        {
          ...{ name: 'choices', in: 'query', required: true, schema: text },
          description: say('choicesAsked'),
        },
      ],
      answer: {
        type: 'object',
        required: ['filled', 'dependents'],
        properties: { filled: integer, dependents },
      },
      refuses: [403, 404, 422],
    },
    {
      method: 'get',
      path: '/api/layouts/{object}',
      id: 'readLayouts',
      tag,
      summary: say('layouts'),
      parameters: [
        {
          ...{ name: 'person', in: 'query', schema: { type: 'string', format: 'uuid' } },
          description: say('layoutPerson'),
        },
        { name: 'type', in: 'query', schema: text, description: say('layoutType') },
      ],
      answer: {
        type: 'object',
        required: ['declared', 'seen'],
        properties: { declared: { type: 'object' }, seen: { type: 'object' } },
      },
      refuses: [403, 404, 422],
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
    {
      method: 'get',
      path: '/api/objects/{id}/consequences',
      id: 'readObjectConsequences',
      tag,
      summary: say('objectConsequences'),
      answer: {
        type: 'object',
        required: ['records', 'fields', 'dependents'],
        properties: { records: integer, fields: integer, dependents },
      },
      refuses: [403, 404],
    },
    {
      method: 'delete',
      path: '/api/objects/{id}',
      id: 'eraseObject',
      tag,
      summary: say('eraseObject'),
      description: say('eraseObjectMore'),
      status: 204,
      refuses: [403, 404, 422],
    },
  ];
}
