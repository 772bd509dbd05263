import type { JsonSchema } from '#kernel/field/type.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import { capital, schemaReference } from './object-schemas.ts';
import type { Phrases } from './phrases.ts';

const instant = { type: 'string', format: 'date-time' };
const id = { type: 'string', format: 'uuid' };
const reachSchema = { type: 'string', enum: ['this', 'following', 'all'], default: 'this' };
const span = { from: instant, to: instant };

/** When records of an object take place, single times of those that come back, and when its records are taken up. */
export function occurrenceCalls(
  registry: Registry,
  object: ObjectModel,
  labels: Labels,
  say: Phrases,
): readonly Call[] {
  const name = capital(object.name);
  const path = `/api/records/${object.name}`;
  const tag = labels.object(object, 'plural');
  const words = { one: labels.object(object, 'label'), many: tag };
  const window = ['from', 'to'].map((each) => parameter(each, instant));
  const { occurs } = object.declaration;
  const list: Call = {
    ...{ method: 'get', path: `${path}/occurrences`, id: `listOccurrencesOf${name}`, tag },
    summary: say('listOccurrences', words),
    parameters: [...window, 'where', 'q', 'select'],
    answer: objectOf({
      occurrences: { type: 'array', items: objectOf({ id, ...span }) },
      records: { type: 'array', items: schemaReference(`${name}Row`) },
      more: { type: 'boolean' },
    }),
    refuses: [403, 422],
  };
  const reach = parameter('reach', reachSchema, false);
  const one = { path: `${path}/{id}/occurrences/{at}`, tag };
  const single: readonly Call[] = [
    {
      ...{ ...one, method: 'patch', id: `updateOccurrenceOf${name}` },
      summary: say('updateOccurrence', words),
      parameters: [reach],
      body: schemaReference(`${name}Changes`),
      answer: schemaReference(name),
      refuses: [403, 404, 409, 422],
    },
    {
      ...{ ...one, method: 'delete', id: `deleteOccurrenceOf${name}` },
      summary: say('deleteOccurrence', words),
      parameters: [reach, 'version'],
      status: 204,
      refuses: [403, 404, 409, 422],
    },
  ];
  const taken: Call = {
    ...{ method: 'post', path: `${path}/taken`, id: `takenBy${name}`, tag },
    summary: say('takenThen', words),
    body: objectOf(
      { values: { type: 'object' }, id, at: instant, reach: reachSchema, anyHour: { type: 'boolean' } },
      ['values'],
    ),
    answer: objectOf(
      {
        taken: {
          type: 'array',
          items: objectOf({
            ...{ object: { type: 'string' }, id, name: { type: 'string' } },
            ...{ busy: { type: 'array', items: objectOf(span) }, times: { type: 'integer' } },
          }),
        },
        off: { type: 'array', items: objectOf({ id, name: { type: 'string' } }) },
        free: objectOf(span),
      },
      ['taken', 'off'],
    ),
    refuses: [403, 422],
  };
  const freeBusy: Call = {
    ...{ method: 'get', path: `${path}/free-busy`, id: `freeBusyOf${name}`, tag },
    summary: say('freeBusy', words),
    parameters: [...window, parameter('ids', { type: 'string' })],
    answer: objectOf({
      taken: { type: 'array', items: objectOf({ id, busy: { type: 'array', items: objectOf(span) } }) },
    }),
    refuses: [403, 422],
  };
  return [
    ...(occurs === undefined ? [] : [list, taken]),
    ...(occurs?.series === undefined ? [] : single),
    ...(isTaken(registry, object) ? [freeBusy] : []),
  ];
}

/** Whether records of some object take up records of this one. */
function isTaken(registry: Registry, { name }: ObjectModel): boolean {
  return [...registry.objects.values()].some(
    ({ declaration: { occurs }, fields }) =>
      occurs?.busy !== undefined && occurs.with.some((field) => fields.get(field)?.target === name),
  );
}

function parameter(name: string, schema: JsonSchema, required = true) {
  return { name, in: 'query', required, schema };
}
