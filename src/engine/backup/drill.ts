import type { Pool } from 'pg';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { createPool } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';
import { latestBackup } from './kept-backups.ts';
import { openBackup } from './open-backup.ts';
import { repositoryKey } from './repository-key.ts';
import { checkContent } from './restore-contents.ts';
import { restoreDatabase } from './restore-database.ts';
import { storedContents } from './stored-contents.ts';

export interface DrillFacts {
  readonly name: string;
  readonly rows: number;
  readonly tables: number;
  readonly contents: number;
}

/**
 * Restores the latest backup into a database made for the purpose and dropped afterwards, compares every table with what
 * was backed up, and reads every content of a file. Whatever is not as it was fails with the reason.
 */
export async function drill(pool: Pool, store: BackupStore, passphrase: string): Promise<DrillFacts> {
  const key = await repositoryKey(store, passphrase);
  const name = await latestBackup(store);
  const backup = await openBackup(store, key, name);
  const address = new URL(pool.options.connectionString ?? '');
  address.pathname = `${address.pathname.slice(0, 50)}_drill`;
  const scratch = quoted(address.pathname.slice(1));
  // An earlier drill may have been killed.
  await pool.query(`drop database if exists ${scratch} with (force)`);
  await pool.query(`create database ${scratch} template template0`);
  const apart = createPool(address.href, 1);
  try {
    const hashes = new Set<string>();
    const restored = await restoreDatabase(apart, backup, async (database) => {
      for (const workspace of backup.head.workspaces)
        for (const { hash } of await storedContents(database, workspace)) hashes.add(hash);
    });
    for (const hash of hashes) await checkContent(store, key, hash);
    return { name, ...restored, contents: hashes.size };
  } finally {
    await apart.end();
    await pool.query(`drop database if exists ${scratch} with (force)`);
  }
}
