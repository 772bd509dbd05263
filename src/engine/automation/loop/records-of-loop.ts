import type { Loop } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import { isObject } from '#kernel/shape.ts';
import type { Context } from '../../records/context.ts';
import { listRecords, recordsIn } from '../../records/list.ts';
import { type Subject, valuesFor } from '../step-values.ts';

/** The records that a loop goes over, in its order, and how many there are beyond its limit too. */
export interface LoopRecords {
  readonly ids: readonly string[];
  readonly total: number;
}

/** Finds the records of a loop: none where a value that they must hold is empty, lest all match that have none either. */
export async function recordsOfLoop(
  context: Context,
  subject: Subject,
  { object, matching, where = {}, sort, limit }: Loop,
): Promise<LoopRecords> {
  const { values } = await valuesFor(context, subject, matching);
  const held = Object.entries(values).map(([name, value]) => [name, isObject(value) ? value.id : value]);
  if (held.some(([, value]) => value === null || value === undefined || value === ''))
    return { ids: [], total: 0 };
  const { count = 0, ...page } = await listRecords(context, shortName(object), {
    where: { and: [...held.map(([name, value]) => ({ [String(name)]: { eq: value } })), where] },
    ...{ select: ['id'], limit, count: true },
    ...(sort !== undefined && { sort }),
  });
  return { ids: recordsIn<{ readonly id: string }>(page).map(({ id }) => id), total: count };
}
