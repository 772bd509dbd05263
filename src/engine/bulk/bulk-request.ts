import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { actionInput } from '../actions/action-input.ts';
import { mayRun } from '../actions/may-run.ts';
import { mustMerge } from '../duplicates/review/must-merge.ts';
import type { Context } from '../records/context.ts';
import { refuseAll } from '../records/list-query.ts';
import { mustEver } from '../records/read.ts';
import { parseValues } from '../records/record-values.ts';
import type { BulkChoice, BulkRequest, BulkWork } from './bulk-job.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * Reads what is asked to be done with which records, and refuses what cannot be done with any of them: an object or a
 * verb that is not the actor's, fields that he may not write, values that are none.
 */
export async function bulkRequest(context: Context, given: Given): Promise<BulkRequest> {
  const { object: name } = given;
  if (typeof name !== 'string' || !context.registry.objects.has(name))
    throw new Refusal('invalid', [
      { field: 'object', code: name === undefined ? 'required' : 'noSuchObject' },
    ]);
  mustEver(context, name, 'read');
  const object = objectNamed(context.registry, name);
  if (given.do === 'merge') return { object: name, work: mergeIn(context, object, given) };
  return { object: name, ...choiceOf(given), work: await workOf(context, object, given) };
}

/** Nobody merges at one stroke what is only suspected. */
const leastToMerge = 0.6;

function mergeIn(context: Context, object: ObjectModel, { least, mine = false }: Given): BulkWork {
  mustMerge(context, object.name);
  const complaints: Complaint[] = [];
  if (object.duplicates.length === 0) complaints.push({ field: 'do', code: 'notForMany' });
  if (typeof least !== 'number' || !(least >= leastToMerge && least <= 1))
    complaints.push({ field: 'least', code: 'outOfRange', parameters: { least: leastToMerge, most: 1 } });
  if (typeof mine !== 'boolean') complaints.push({ field: 'mine', code: 'notBoolean' });
  refuseAll(complaints);
  return { do: 'merge', least: least as number, mine: mine === true };
}

function choiceOf({ where, ids, q }: Given): BulkChoice {
  if (ids !== undefined && !(Array.isArray(ids) && ids.every((id) => typeof id === 'string')))
    refuseAll([{ field: 'ids', code: 'notAList' }]);
  if (ids === undefined && where === undefined) refuseAll([{ field: 'where', code: 'required' }]);
  if (q !== undefined && typeof q !== 'string') refuseAll([{ field: 'q', code: 'notText' }]);
  const conditions = [
    ...(where === undefined ? [] : [where]),
    ...(ids === undefined ? [] : [{ id: { in: ids } }]),
  ];
  return {
    where: conditions.length === 1 ? conditions[0] : { and: conditions },
    ...(q !== undefined && { q: q as string }),
  };
}

async function workOf(context: Context, object: ObjectModel, given: Given): Promise<BulkWork> {
  switch (given.do) {
    case 'update':
      return { do: 'update', values: valuesIn(context, object, given.values) };
    case 'delete':
      mustEver(context, object.name, 'delete');
      return { do: 'delete' };
    case 'action':
      return actionIn(context, object, given);
    default:
      throw new Refusal('invalid', [
        {
          field: 'do',
          code: 'notAChoice',
          parameters: { value: String(given.do ?? ''), choices: 'update, delete, action, merge' },
        },
      ]);
  }
}

/** Values as they were given: each record takes its own of what is sealed. */
function valuesIn(context: Context, object: ObjectModel, values: unknown): Given {
  mustEver(context, object.name, 'update');
  const complaints: Complaint[] = [];
  const parsed = parseValues(context, object, values, complaints, false);
  for (const name of Object.keys(parsed)) {
    const field = object.fields.get(name);
    if (field?.unique === true || field?.type === 'file')
      complaints.push({ field: name, code: 'notForMany' });
  }
  if (complaints.length === 0 && Object.keys(parsed).length === 0)
    complaints.push({ field: 'values', code: 'required' });
  refuseAll(complaints);
  return values as Given;
}

async function actionIn(
  context: Context,
  object: ObjectModel,
  { action: name, input }: Given,
): Promise<BulkWork> {
  const action = context.registry.actions.get(String(name));
  if (action === undefined || action.bulk !== true || action.object === undefined)
    throw new Refusal('invalid', [{ field: 'action', code: 'notForMany' }]);
  if (objectNamed(context.registry, action.object) !== object)
    throw new Refusal('invalid', [{ field: 'action', code: 'notForMany' }]);
  if (!mayRun(context.registry, action, context.actor)) throw new Refusal('forbidden');
  await actionInput(context, action.input, input);
  return { do: 'action', action: action.name, input: input ?? {} };
}
