import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const binary = { type: 'string', format: 'binary' };

const shown: Readonly<Record<string, JsonSchema>> = {
  name: text,
  label: text,
  locale: text,
  createdAt: instant,
  state: { type: 'string', enum: ['open', 'suspended', 'leaving'] },
  copyOf: { type: ['string', 'null'] },
  reason: { type: ['string', 'null'] },
  removeAfter: { type: ['string', 'null'], format: 'date-time' },
};
const workspace = objectOf(shown);

const count = { type: 'integer', minimum: 0 };
const limit = { type: 'integer', minimum: 1 };
const counted = { people: count, records: count, storage: count, imports: count };
const limited = { people: limit, records: limit, storage: limit, requests: limit, imports: limit };
const use = objectOf({ use: objectOf(counted), limits: objectOf(limited, []) });
const optionalLimit = { type: ['integer', 'null'], minimum: 1 };

/** The companies of the installation, for whoever runs it. */
export function workspaceCalls(say: Phrases): readonly Call[] {
  const tag = say('installation');
  const closing = (verb: 'suspend' | 'resume' | 'mark' | 'keep', sent: Record<string, JsonSchema>): Call => ({
    method: 'post',
    path: `/api/workspaces/{name}/${verb}`,
    id: `${verb}Workspace`,
    tag,
    summary: say(`${verb}Workspace`),
    ...(Object.keys(sent).length > 0 && { body: { type: 'object', properties: sent } }),
    answer: workspace,
    refuses: [403, 404, 409, 422],
  });
  return [
    {
      method: 'get',
      path: '/api/workspaces',
      id: 'listWorkspaces',
      tag,
      summary: say('listWorkspaces'),
      answer: objectOf({ workspaces: { type: 'array', items: workspace } }),
      refuses: [403],
    },
    {
      method: 'post',
      path: '/api/workspaces',
      id: 'createWorkspace',
      tag,
      summary: say('createWorkspace'),
      body: objectOf({
        ...{ name: text, company: text, locale: text, currency: text, timeZone: text },
        ...{ administratorName: text, administratorEmail: text },
      }),
      status: 201,
      answer: objectOf({ ...shown, invitation: objectOf({ href: text, until: instant }) }),
      refuses: [403, 409, 422],
    },
    {
      method: 'post',
      path: '/api/workspaces/{name}/copy',
      id: 'copyWorkspace',
      tag,
      summary: say('copyWorkspace'),
      body: objectOf(
        { name: text, company: text, administratorName: text, administratorEmail: text, word: text },
        ['name', 'administratorName', 'administratorEmail'],
      ),
      status: 201,
      answer: objectOf({ ...shown, invitation: objectOf({ href: text, until: instant }) }),
      refuses: [403, 404, 409, 422],
    },
    {
      method: 'patch',
      path: '/api/workspaces/{name}',
      id: 'renameWorkspace',
      tag,
      summary: say('renameWorkspace'),
      body: objectOf({ company: text }),
      answer: workspace,
      refuses: [403, 404, 422],
    },
    {
      method: 'get',
      path: '/api/company/use',
      id: 'readCompanyUse',
      tag,
      summary: say('companyUse'),
      answer: use,
      refuses: [403],
    },
    {
      method: 'get',
      path: '/api/workspaces/{name}/use',
      id: 'readWorkspaceUse',
      tag,
      summary: say('workspaceUse'),
      answer: use,
      refuses: [403, 404],
    },
    {
      method: 'patch',
      path: '/api/workspaces/{name}/limits',
      id: 'limitWorkspace',
      tag,
      summary: say('limitWorkspace'),
      body: objectOf(Object.fromEntries(Object.keys(limited).map((name) => [name, optionalLimit])), []),
      answer: use,
      refuses: [403, 404, 422],
    },
    closing('suspend', { reason: text }),
    closing('resume', {}),
    closing('mark', { days: { type: 'integer', minimum: 1, maximum: 365 } }),
    closing('keep', {}),
    {
      method: 'post',
      path: '/api/workspaces/{name}/remove',
      id: 'removeWorkspace',
      tag,
      summary: say('removeWorkspace'),
      body: objectOf({ confirm: text }),
      status: 204,
      refuses: [403, 404, 409, 422],
    },
    {
      method: 'get',
      path: '/api/workspaces/{name}/archive',
      id: 'exportWorkspace',
      tag,
      summary: say('exportWorkspace'),
      answer: binary,
      gives: 'application/zip',
      refuses: [403, 404],
    },
    {
      method: 'get',
      path: '/api/company/archive',
      id: 'exportCompany',
      tag,
      summary: say('exportCompany'),
      answer: binary,
      gives: 'application/zip',
      refuses: [403],
    },
  ];
}
