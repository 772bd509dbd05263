import type { Database, Row } from '../database/database.ts';

/** How far in the log somebody has read: everything up to an entry of a transaction. */
export interface LogPlace {
  readonly transaction: string;
  readonly sequence: string;
}

/**
 * Where a reader of the log stands, held until the transaction ends; undefined while another server holds it. From here
 * on nothing is sorted: after a restore or a large import the log has few transactions, and the planner would expect so
 * few entries after a place that it read all of them and sorted, each time.
 */
export async function holdPlace(
  database: Database,
  s: string,
  reader: string,
): Promise<LogPlace | undefined> {
  const [row] = await database.run(
    `select transaction, sequence, set_config('enable_sort', 'off', true) from ${s}.consumer where name = $1 for update skip locked`,
    [reader],
  );
  return row && { transaction: row[0] ?? '', sequence: row[1] ?? '' };
}

/**
 * The next entries after a place, in the order of their transactions and only once every older one has ended: one that
 * commits late is never skipped.
 */
export function entriesAfter(
  database: Database,
  s: string,
  { transaction, sequence }: LogPlace,
  columns: string,
  limit: number,
): Promise<readonly Row[]> {
  return database.run(
    `select ${columns} from ${s}.event where (transaction, sequence) > ($1::xid8, $2::bigint)
       and transaction < pg_snapshot_xmin(pg_current_snapshot()) order by transaction, sequence limit ${limit}`,
    [transaction, sequence],
  );
}

/** The reader has read as far as this; what else the transaction does may be sorted again. */
export async function movePlace(
  database: Database,
  s: string,
  reader: string,
  { transaction, sequence }: LogPlace,
): Promise<void> {
  await database.run(
    `with again as (select set_config('enable_sort', 'on', true))
     update ${s}.consumer set transaction = $1::xid8, sequence = $2::bigint from again where name = $3`,
    [transaction, sequence, reader],
  );
}
