import { conditionParts } from '#kernel/condition-parts.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import type { Subject } from './step-values.ts';

interface Marked {
  readonly id: string;
  readonly $marks?: readonly number[];
}

/** Those parts of a condition that do not hold of a record; none where it holds. Refuses a record that is gone. */
export async function unmetParts(
  context: Context,
  subject: Subject,
  where: unknown,
): Promise<readonly unknown[]> {
  const [unmet = []] = await unmetPartsOfEach(context, [subject], where);
  return unmet;
}

/** The same for several records of one object. */
export async function unmetPartsOfEach(
  context: Context,
  subjects: readonly Subject[],
  where: unknown,
): Promise<readonly (readonly unknown[])[]> {
  const [first] = subjects;
  if (first === undefined) return [];
  const { object, deleted = false } = first;
  const parts = conditionParts(where);
  const unmet: unknown[][] = subjects.map(() => []);
  const ids = subjects.map(({ id }) => id);
  for (let from = 0; from === 0 || from < parts.length; from += listLimits.marks) {
    const marks = parts.slice(from, from + listLimits.marks);
    const page = await listRecords(context, object, {
      ...{ where: { id: { in: ids } }, select: ['id'], marks, bin: deleted, limit: listLimits.most },
    });
    const found = new Map(recordsIn<Marked>(page).map(({ id, $marks = [] }) => [id, $marks]));
    for (const [index, id] of ids.entries()) {
      const met = found.get(id);
      if (met === undefined) throw new Refusal('notFound');
      unmet[index]?.push(...marks.filter((_, place) => !met.includes(place)));
    }
  }
  return unmet;
}
