import type { Pool } from 'pg';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import type { BackupHead } from './backup-head.ts';
import { latestBackup } from './kept-backups.ts';
import { openBackup } from './open-backup.ts';
import { repositoryKey } from './repository-key.ts';
import { restoreContents } from './restore-contents.ts';
import { restoreDatabase } from './restore-database.ts';
import { storedContents } from './stored-contents.ts';

/** Where a backup is restored to; both must be empty. */
export interface RestoreTarget {
  readonly pool: Pool;
  readonly files: FileStore;
}

export interface RestoredFacts {
  readonly name: string;
  readonly head: BackupHead;
  readonly rows: number;
  readonly tables: number;
  readonly contents: number;
}

/** Restores a backup, the latest when none is named: files first come complete, then the database holds, or nothing does. */
export async function restoreBackup(
  store: BackupStore,
  passphrase: string,
  { pool, files }: RestoreTarget,
  asked?: string,
): Promise<RestoredFacts> {
  const key = await repositoryKey(store, passphrase);
  const name = asked ?? (await latestBackup(store));
  const backup = await openBackup(store, key, name);
  let count = 0;
  const restored = await restoreDatabase(pool, backup, async (database) => {
    for (const workspace of backup.head.workspaces) {
      const contents = await storedContents(database, workspace);
      await restoreContents(store, key, contents, files);
      count += contents.length;
    }
  });
  return { name, head: backup.head, ...restored, contents: count };
}
