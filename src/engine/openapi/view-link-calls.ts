import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const yes = { type: 'boolean' };
const day = { type: ['string', 'null'], format: 'date' };
const maybe = { type: ['string', 'null'] };
const paths = { type: 'array', items: text };
const listOf = (items: JsonSchema) => ({ type: 'array', items });

const link = objectOf({
  ...{ id: uuid, view: objectOf({ id: uuid, name: maybe, object: maybe }) },
  ...{ person: objectOf({ id: uuid, name: maybe }), columns: paths, personal: paths },
  ...{ password: yes, lastDay: day, download: yes, made: { type: 'string', format: 'date-time' } },
  ...{ opened: { type: 'integer' }, openedAt: { ...maybe, format: 'date-time' } },
  ...{ shut: maybe, address: maybe },
});
const wanted = {
  ...{ columns: paths, personal: paths, password: maybe, lastDay: day, download: yes, reason: text },
};

/** Views that are shown by link to people who do not sign in. */
export function viewLinkCalls(say: Phrases): readonly Call[] {
  const tag = say('viewLinks');
  const path = '/api/view-links';
  const one = `${path}/{id}`;
  const view = { name: 'view', in: 'query', description: say('viewOfLinks'), schema: uuid };
  return [
    {
      ...{ method: 'get', path, id: 'listViewLinks', tag, summary: say('listViewLinks') },
      parameters: [view],
      answer: objectOf({ links: listOf(link) }),
      refuses: [404, 422],
    },
    {
      ...{ method: 'get', path: `${path}/offer`, id: 'readLinkOffer', tag, summary: say('linkOffer') },
      parameters: [{ ...view, required: true }],
      answer: objectOf({
        columns: listOf(objectOf({ path: text, label: text, personal: yes })),
        reason: yes,
      }),
      refuses: [403, 404, 422],
    },
    {
      ...{ method: 'post', path, id: 'makeViewLink', tag, summary: say('makeViewLink') },
      body: objectOf({ view: uuid, ...wanted }, ['view', 'columns']),
      status: 201,
      answer: objectOf({ id: uuid, address: { type: 'string', format: 'uri' } }),
      refuses: [403, 404, 422],
    },
    {
      ...{ method: 'put', path: one, id: 'changeViewLink', tag, summary: say('changeViewLink') },
      body: objectOf(wanted, ['columns']),
      status: 204,
      refuses: [403, 422],
    },
    { ...{ method: 'delete', path: one, id: 'endViewLink', tag, summary: say('endViewLink') }, status: 204 },
  ];
}
