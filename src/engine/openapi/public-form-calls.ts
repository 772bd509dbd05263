import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const listOf = (items: JsonSchema) => ({ type: 'array', items });
const objectOf = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});

const path = '/api/public-forms/{workspace}/{id}';

/** What strangers are asked on other people's pages, and what they answer. */
export function publicFormCalls(say: Phrases): readonly Call[] {
  const tag = say('publicForms');
  return [
    {
      method: 'get',
      path,
      id: 'showPublicForm',
      tag,
      summary: say('showPublicForm'),
      description: say('showPublicFormMore'),
      open: true,
      parameters: ['language'],
      answer: shownForm,
      refuses: [403, 404],
    },
    {
      method: 'post',
      path,
      id: 'answerPublicForm',
      tag,
      summary: say('answerPublicForm'),
      description: say('answerPublicFormMore'),
      open: true,
      body: answer,
      status: 201,
      answer: objectOf({ thanks: textOrNull, redirect: textOrNull }),
      refuses: [403, 404, 409, 413, 422],
    },
  ];
}

const shownForm = objectOf({
  language: { type: 'string', enum: ['en', 'zh-CN'] },
  title: textOrNull,
  introduction: textOrNull,
  button: textOrNull,
  fields: listOf(
    objectOf(
      {
        name: text,
        type: text,
        label: text,
        required: { type: 'boolean' },
        maxLength: { type: 'integer' },
        choices: listOf(objectOf({ value: text, label: text })),
      },
      ['name', 'type', 'label', 'required'],
    ),
  ),
  agreements: listOf(objectOf({ key: text, text, required: { type: 'boolean' } })),
  challenge: objectOf({
    token: text,
    nonce: text,
    bits: { type: 'integer' },
    least: { type: 'integer' },
    most: { type: 'integer' },
  }),
});

const answer = objectOf(
  {
    token: text,
    solution: text,
    trap: text,
    values: { type: 'object', additionalProperties: true },
    agreements: { type: 'object', additionalProperties: { type: 'boolean' } },
    page: text,
    referrer: text,
  },
  ['token', 'solution', 'values'],
);
