import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';
import { responsibilitySchema } from './register-calls.ts';
import { companyTimeSchema } from './working-time-schemas.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const company = { $ref: '#/components/schemas/Company' };
const signIn = {
  type: 'object',
  required: ['userId', 'enabled'],
  properties: { userId: uuid, enabled: { type: 'boolean' } },
};

/** The company's own settings, and who may sign in. */
export function administrationCalls(say: Phrases): readonly Call[] {
  const tag = say('people');
  const one = '/api/people/{id}/sign-in';
  return [
    {
      method: 'get',
      path: '/api/company',
      id: 'readCompany',
      tag: say('installation'),
      summary: say('company'),
      answer: company,
    },
    {
      method: 'patch',
      path: '/api/company',
      id: 'updateCompany',
      tag: say('installation'),
      summary: say('updateCompany'),
      body: {
        type: 'object',
        properties: {
          company: text,
          currencies: companySchema.properties.currencies,
          locale: text,
          timeZone: text,
          workingTime: companyTimeSchema,
        },
      },
      answer: company,
      refuses: [403, 422],
    },
    {
      method: 'get',
      path: '/api/rights',
      id: 'readRights',
      tag,
      summary: say('rights'),
      answer: {
        type: 'object',
        required: ['roles', 'objects'],
        properties: {
          roles: { type: 'array', items: { type: 'object', required: ['name', 'label'] } },
          objects: {
            type: 'array',
            items: { type: 'object', required: ['name', 'label', 'fields', 'grants'] },
          },
        },
      },
      refuses: [403],
    },
    {
      method: 'get',
      path: '/api/people/sign-ins',
      id: 'listSignIns',
      tag,
      summary: say('signIns'),
      answer: {
        type: 'object',
        required: ['signIns', 'invited', 'mail'],
        properties: {
          signIns: { type: 'array', items: signIn },
          invited: {
            type: 'array',
            items: {
              type: 'object',
              required: ['userId', 'until'],
              properties: { userId: uuid, until: { type: 'string', format: 'date-time' } },
            },
          },
          mail: { type: 'boolean' },
        },
      },
      refuses: [403],
    },
    {
      method: 'put',
      path: one,
      id: 'letSignIn',
      tag,
      summary: say('letSignIn'),
      body: { type: 'object', required: ['password'], properties: { password: text } },
      answer: signIn,
      refuses: [403, 404, 422],
    },
    {
      method: 'delete',
      path: one,
      id: 'endSignIn',
      tag,
      summary: say('endSignIn'),
      status: 204,
      refuses: [403, 404],
    },
  ];
}

/** What is set for the whole company. */
export const companySchema = {
  type: 'object',
  required: ['company', 'currency', 'currencies', 'locale', 'timeZone'],
  properties: {
    company: text,
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    currencies: {
      type: 'object',
      description: 'What one unit of each currency is worth in the company’s own.',
      additionalProperties: text,
      examples: [{ CNY: '1', USD: '7.12' }],
    },
    locale: { type: 'string', enum: ['en', 'zh-CN'] },
    timeZone: text,
    responsibility: responsibilitySchema,
    workingTime: companyTimeSchema,
  },
};
