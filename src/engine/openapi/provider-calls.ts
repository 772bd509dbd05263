import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const boolean = { type: 'boolean' };
const open = { type: 'object' };

const input: JsonSchema = {
  type: 'object',
  required: ['kind', 'label', 'domains'],
  properties: {
    ...{ kind: { type: 'string', enum: ['oidc', 'saml'] }, label: text, domains: texts, provision: boolean },
    ...{ roles: { type: 'object', additionalProperties: texts }, defaultRoles: texts, enabled: boolean },
    ...{
      issuer: text,
      clientId: text,
      clientSecret: text,
      acrValues: texts,
      amrValues: texts,
      entryPoint: text,
      certificates: texts,
    },
  },
};

/** Single sign-on: what browsers go through, and what administrators set. */
export function providerCalls(say: Phrases): readonly Call[] {
  const tag = say('people');
  const [all, one] = ['/api/sign-in-providers', '/api/sign-in-providers/{id}'];
  const provider = { ...open, required: ['id', 'kind', 'label', 'callback'] };
  return [
    {
      ...{ method: 'get', path: '/api/auth/providers', id: 'offeredProviders', tag, open: true },
      ...{ summary: say('providers'), answer: open },
      parameters: [{ name: 'email', in: 'query', schema: text }],
    },
    ...walk(say, tag),
    {
      method: 'get',
      path: all,
      id: 'listProviders',
      tag,
      summary: say('signInProviders'),
      answer: open,
      refuses: [403],
    },
    {
      ...{ method: 'post', path: all, id: 'createProvider', tag, summary: say('createProvider') },
      ...{ body: input, status: 201, answer: provider, refuses: [403, 422] },
    },
    {
      ...{ method: 'put', path: one, id: 'updateProvider', tag, summary: say('updateProvider') },
      ...{ body: input, answer: provider, refuses: [403, 404, 422] },
    },
    {
      ...{ method: 'delete', path: one, id: 'deleteProvider', tag, summary: say('deleteProvider') },
      ...{ status: 204, refuses: [403, 404] },
    },
  ];
}

/** The stations of a browser. */
function walk(say: Phrases, tag: string): readonly Call[] {
  const station = (kind: string, name: string, id: string, summary: string): Call => ({
    ...{ method: 'get', path: `/api/auth/${kind}/{id}/${name}`, id, tag, summary, open: true, status: 303 },
  });
  const form = { type: 'object', properties: { SAMLResponse: text, RelayState: text } };
  return [
    station('oidc', 'start', 'startOidc', say('providerStart')),
    station('oidc', 'callback', 'finishOidc', say('providerReturn')),
    station('saml', 'start', 'startSaml', say('providerStart')),
    station('saml', 'finish', 'finishSaml', say('providerReturn')),
    {
      ...{ method: 'post', path: '/api/auth/saml/{id}/callback', id: 'answerSaml', tag, open: true },
      ...{
        summary: say('providerReturn'),
        body: form,
        sends: 'application/x-www-form-urlencoded',
        status: 303,
      },
    },
    {
      ...{ method: 'get', path: '/api/auth/saml/{id}/metadata', id: 'samlMetadata', tag, open: true },
      ...{
        summary: say('samlMetadata'),
        answer: text,
        gives: 'application/samlmetadata+xml',
        refuses: [404],
      },
    },
  ];
}
