import { responsibilityParts } from '../identity/workspace-settings.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const nullable = { type: ['string', 'null'] };
const months = { type: ['integer', 'null'] };
const called = objectOf({ value: text, label: text });
const listOf = (items: object) => ({ type: 'array', items });

/** Who is responsible for what is kept of people. */
export const responsibilitySchema = {
  type: 'object',
  properties: Object.fromEntries(responsibilityParts.map((part) => [part, { ...text, maxLength: 2000 }])),
};

const field = objectOf({
  ...{ value: text, label: text, object: called, kind: called },
  ...{ sensitive: { type: 'boolean' }, sealed: { type: 'boolean' }, months },
});
const register = objectOf({
  ...{ company: text, at: { type: 'string', format: 'date-time' }, responsibility: responsibilitySchema },
  activities: listOf(
    objectOf({ purpose: called, ground: called, people: listOf(called), fields: listOf(field) }),
  ),
  recipients: listOf(objectOf({ kind: text, address: text, label: text }, ['kind'])),
  retention: listOf(objectOf({ object: called, name: text, months: { type: 'integer' } })),
  measures: listOf(objectOf({ name: text, text })),
  assessments: listOf(
    objectOf({ object: called, fields: listOf(called), risks: nullable, assessedOn: nullable }),
  ),
  unstated: listOf(objectOf({ object: called, field: called })),
});

/** What is used for what of people, and how long it is needed. */
export function registerCalls(say: Phrases): readonly Call[] {
  const tag = say('installation');
  return [
    {
      ...{ method: 'get', path: '/api/privacy/register', id: 'readProcessingRegister', tag },
      summary: say('processingRegister'),
      parameters: [{ name: 'format', in: 'query', schema: { enum: ['json', 'html', 'csv'] } }],
      gives: ['application/json', 'text/html', 'text/csv'],
      answer: register,
      refuses: [403, 422],
    },
    {
      ...{ method: 'get', path: '/api/privacy/retention', id: 'suggestRetention', tag },
      summary: say('suggestedRetention'),
      answer: objectOf({
        suggestions: listOf(objectOf({ object: called, months: { type: 'integer' }, inForce: months })),
      }),
      refuses: [403],
    },
  ];
}
