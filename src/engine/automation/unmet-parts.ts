import { conditionParts } from '#kernel/condition-parts.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import type { Subject } from './step-values.ts';

/** Those parts of a condition that do not hold of a record; none where it holds. Refuses a record that is gone. */
export async function unmetParts(
  context: Context,
  { object, id, deleted = false }: Subject,
  where: unknown,
): Promise<readonly unknown[]> {
  const parts = conditionParts(where);
  const unmet: unknown[] = [];
  for (let from = 0; from === 0 || from < parts.length; from += listLimits.marks) {
    const marks = parts.slice(from, from + listLimits.marks);
    const page = await listRecords(context, object, { where: { id }, select: ['id'], marks, bin: deleted });
    const [record] = recordsIn<{ readonly $marks?: readonly number[] }>(page);
    if (record === undefined) throw new Refusal('notFound');
    unmet.push(...marks.filter((_, place) => !(record.$marks ?? []).includes(place)));
  }
  return unmet;
}
