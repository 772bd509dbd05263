import type { Complaint } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
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
  const { nameField } = objectNamed(context.registry, objectName).declaration;
  const page = await listRecords(context, objectName, {
    where: { id: { in: rows.map(([record]) => record) } },
    ...{ select: ['id', nameField], limit: most },
  });
  const names = new Map(
    recordsIn<Readonly<Record<string, unknown>>>(page).map((record) => [record.id, record[nameField]]),
  );
  return rows.map(([record, problems]) => ({
    record: record as string,
    name: String(names.get(record as string) ?? ''),
    problems: JSON.parse(problems ?? '[]') as Complaint[],
  }));
}
