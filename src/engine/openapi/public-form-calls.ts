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
const answerPath = `${path}/answers/{answer}/{sign}`;

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
      answer: objectOf({ thanks: textOrNull, redirect: textOrNull, back: text }, ['thanks', 'redirect']),
      refuses: [403, 404, 409, 413, 422],
    },
    {
      method: 'get',
      path: answerPath,
      id: 'showKeptAnswer',
      tag,
      summary: say('showKeptAnswer'),
      description: say('showKeptAnswerMore'),
      open: true,
      parameters: ['language'],
      answer: keptAnswer,
      refuses: [404],
    },
    {
      method: 'post',
      path: answerPath,
      id: 'changeKeptAnswer',
      tag,
      summary: say('changeKeptAnswer'),
      open: true,
      parameters: ['language'],
      body: objectOf({ time: moment, withdraw: { type: 'boolean' } }, []),
      answer: keptAnswer,
      refuses: [404, 409, 413, 422],
    },
  ];
}

const language = { type: 'string', enum: ['en', 'zh-CN'] };
const moment = { type: 'string', format: 'date-time' };
const momentOrNull = { type: ['string', 'null'], format: 'date-time' };
const times = objectOf({ starts: listOf(moment), minutes: { type: 'integer' }, timeZone: text });

const keptAnswer = objectOf(
  {
    language,
    name: text,
    by: textOrNull,
    place: textOrNull,
    from: momentOrNull,
    to: momentOrNull,
    timeZone: textOrNull,
    state: { type: 'string', enum: ['stands', 'off', 'over'] },
    times,
  },
  ['language', 'name', 'by', 'place', 'from', 'to', 'timeZone', 'state'],
);

const formParts = {
  language,
  switchable: { type: 'boolean' },
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
};

const shownForm = objectOf({ ...formParts, times }, Object.keys(formParts));

const answer = objectOf(
  {
    token: text,
    solution: text,
    trap: text,
    time: moment,
    timeZone: text,
    values: { type: 'object', additionalProperties: true },
    agreements: { type: 'object', additionalProperties: { type: 'boolean' } },
    page: text,
    referrer: text,
  },
  ['token', 'solution', 'values'],
);
