import type { Automation } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';

/** Those of the records that meet an automation's condition, in one statement. */
export async function meeting(
  context: Context,
  { object, where, when }: Automation,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (where === undefined || ids.length === 0) return new Set(ids);
  const page = await listRecords(context, shortName(object), {
    where: { and: [{ id: { in: [...new Set(ids)] } }, where] },
    select: ['id'],
    limit: listLimits.most,
    bin: when.on === 'deleted',
  });
  return new Set(recordsIn<{ readonly id: string }>(page).map(({ id }) => id));
}
