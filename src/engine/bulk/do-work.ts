import type { Complaint } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { runAction } from '../actions/run-action.ts';
import type { Context } from '../records/context.ts';
import { inHalves } from '../records/in-halves.ts';
import { removeRecord } from '../records/remove.ts';
import { tableOf } from '../records/table.ts';
import type { BulkOutcome, BulkWork, MergeWork } from './bulk-job.ts';
import { editEach } from './edit-each.ts';

/** Does the work on these records inside the caller's transaction; what is refused of one stops no other. */
export async function doWork(
  context: Context,
  { object, work }: { readonly object: string; readonly work: Exclude<BulkWork, MergeWork> },
  records: readonly string[],
): Promise<readonly BulkOutcome[]> {
  if (work.do === 'update')
    return editEach(
      context,
      objectNamed(context.registry, object),
      records.map((record) => ({ record, values: work.values })),
    );
  const refused = new Map<string, readonly Complaint[]>();
  const one =
    work.do === 'delete'
      ? (ids: readonly string[]) => removeAll(context, object, ids)
      : (ids: readonly string[]) => runAction(context, work.action, { ids, input: work.input });
  await inHalves(context, records, one, (record, problems) => refused.set(record, problems));
  const done = records.filter((record) => !refused.has(record));
  const versions = await versionsOf(context, object, done);
  return records.map((record) => {
    const problems = refused.get(record);
    if (problems !== undefined) return { record, status: 'failed', problems };
    const version = versions.get(record);
    return { record, status: 'changed', ...(version !== undefined && { version }) };
  });
}

async function removeAll(context: Context, object: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await removeRecord(context, object, id);
}

/** Also of what is in the bin. */
export async function versionsOf(
  context: Context,
  object: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await context.database.run(
    `select id, version from ${tableOf(context, object).text} where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(([id, version]) => [id as string, Number(version)]));
}
