import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Database, databaseOnClient } from '../database/database.ts';
import { BackupFault } from './backup-fault.ts';
import { type BackupHead, rowsOf } from './backup-head.ts';
import type { OpenBackup } from './open-backup.ts';
import { settleTransactions } from './settle-transactions.ts';
import { differences, type TableSum, tableSums } from './table-sums.ts';

/**
 * Makes the schemas of a backup anew in an empty database and compares every table with what was backed up, all in one
 * transaction: what does not agree is not there at all. `finish` is the last thing before it holds.
 */
export async function restoreDatabase(
  pool: Pool,
  { head, tables, apart }: OpenBackup,
  finish: (database: Database) => Promise<void> = async () => {},
): Promise<{ readonly rows: number; readonly tables: number }> {
  const client = await pool.connect();
  const database = databaseOnClient(client);
  let broken = true;
  try {
    await database.script('begin');
    await database.script(`set local check_function_bodies = off; set local synchronize_seqscans = off`);
    await refuseUnlessEmpty(database, head.workspaces);
    for (const statement of head.described.before) await database.script(statement);
    const columnsOf = new Map(head.described.tables.map(({ name, columns }) => [name, columns]));
    for await (const { table, rows } of tables()) {
      await takeIn(client, table, columnsOf.get(table) ?? [], rows);
    }
    const sums = await checkSums(database, head);
    const apartColumns = new Map((head.described.apart ?? []).map(({ name, columns }) => [name, columns]));
    for await (const { table, rows } of apart()) {
      const columns = apartColumns.get(table);
      if (columns !== undefined) await takeIn(client, table, columns, rows);
    }
    await settleTransactions(database, head.workspaces);
    for (const statement of head.described.after) await database.script(statement);
    await finish(database);
    await database.script('commit');
    broken = false;
    return { rows: rowsOf(sums), tables: sums.length };
  } finally {
    client.release(broken);
  }
}

async function takeIn(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const copy = copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`);
  await pipeline(Readable.from(rows), client.query(copy));
}

async function refuseUnlessEmpty(
  database: Database,
  workspaces: readonly { readonly schema: string }[],
): Promise<void> {
  const schemas = ['guanxi', ...workspaces.map(({ schema }) => schema)];
  const [found] = await database.run('select nspname from pg_namespace where nspname = any($1::text[])', [
    schemas,
  ]);
  if (found !== undefined)
    throw new BackupFault(
      `The database is not empty: it has a schema ${found[0]}. Restore into a new data folder or a new database.`,
    );
}

async function checkSums(
  database: Database,
  { sums: expected, described }: BackupHead,
): Promise<readonly TableSum[]> {
  await database.script(`set local search_path = ''`);
  const found = await tableSums(database, described.tables);
  const faults = differences(expected, found);
  if (faults.length > 0)
    throw new BackupFault(`What was restored is not what was backed up, so nothing is: ${faults.join(' ')}`);
  return found;
}
