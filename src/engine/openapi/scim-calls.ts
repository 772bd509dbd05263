import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const open = { type: 'object' };
const sends = 'application/scim+json';

/** Provisioning by SCIM 2.0, as RFC 7644 has it. */
export function scimCalls(say: Phrases): readonly Call[] {
  const tag = say('provisioning');
  const base = '/api/scim/v2';
  const reading = (name: string): Call => ({
    ...{ method: 'get', path: `${base}/${name}`, id: `scim${name}`, tag, answer: open, gives: sends },
    ...{ summary: say('scimDescription'), refuses: [400, 403] },
  });
  const resource = (name: 'User' | 'Group'): readonly Call[] => {
    const [all, one] = [`${base}/${name}s`, `${base}/${name}s/{id}`];
    const summary = say(`scim${name}s`);
    const common = { tag, summary, answer: open, gives: sends };
    const text = (parameter: string) => ({ name: parameter, in: 'query', schema: { type: 'string' } });
    return [
      {
        ...{ method: 'get', path: all, id: `scimList${name}s`, ...common, refuses: [400, 403] },
        parameters: ['filter', 'startIndex', 'count'].map(text),
      },
      {
        ...{ method: 'post', path: all, id: `scimCreate${name}`, ...common, body: open, sends, status: 201 },
        refuses: [400, 403, 409],
      },
      { ...{ method: 'get', path: one, id: `scimRead${name}`, ...common, refuses: [400, 403, 404] } },
      {
        ...{ method: 'put', path: one, id: `scimReplace${name}`, ...common, body: open, sends },
        refuses: [400, 403, 404, 409],
      },
      {
        ...{ method: 'patch', path: one, id: `scimPatch${name}`, ...common, body: open, sends },
        refuses: [400, 403, 404, 409],
      },
      {
        ...{ method: 'delete', path: one, id: `scimDelete${name}`, tag, summary, status: 204 },
        refuses: [400, 403, 404],
      },
    ];
  };
  const calls = [
    ...['ServiceProviderConfig', 'ResourceTypes', 'Schemas'].map(reading),
    ...resource('User'),
    ...resource('Group'),
  ];
  return calls.map((call) => ({ ...call, refusesAs: 'scim' }));
}
