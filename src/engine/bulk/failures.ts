import type { Complaint } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { namesOfRecords } from '../records/names-of-records.ts';
import type { BulkJob } from './bulk-job.ts';
import { recordTable } from './bulk-records.ts';

/** A record with which it could not be done, or that could not be put back, by the name that the reader may see. */
export interface BulkFailure {
  readonly record: string;
  readonly name: string;
  readonly problems: readonly Complaint[];
}

/** At most 1,000 of them, from the one after this. */
export async function failuresOf(
  context: Context,
  { id, object: objectName }: BulkJob,
  after: string | undefined,
  most: number,
): Promise<readonly BulkFailure[]> {
  const rows = await context.database.run(
    `select record, problems from ${recordTable(context)}
     where bulk = $1 and status in ('failed', 'kept') and ($2::uuid is null or record > $2) order by record limit ${most}`,
    [id, after ?? null],
  );
  if (rows.length === 0) return [];
  const ids = rows.map(([record]) => record as string);
  const names = await namesOfRecords(context, objectNamed(context.registry, objectName), ids);
  return rows.map(([record, problems]) => ({
    record: record as string,
    name: names.get(record as string) ?? '',
    problems: JSON.parse(problems ?? '[]') as Complaint[],
  }));
}
