import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { contentName } from '../backup/repository-key.ts';
import { restoreContents } from '../backup/restore-contents.ts';
import { storedContents, workspacesIn } from '../backup/stored-contents.ts';
import type { Database } from '../database/database.ts';

/** Puts back the contents of the files that the database knows; gives those that are kept nowhere. */
export async function restoreKnownContents(
  database: Database,
  store: BackupStore,
  key: Buffer,
  files: FileStore,
): Promise<{ readonly contents: number; readonly missing: readonly string[] }> {
  const kept = new Set((await store.list('files')).map(({ name }) => name));
  const missing: string[] = [];
  let contents = 0;
  for (const workspace of await workspacesIn(database)) {
    const known = await storedContents(database, workspace);
    const there = known.filter(({ hash }) => kept.has(contentName(key, hash)));
    missing.push(...known.filter((each) => !there.includes(each)).map(({ hash }) => hash));
    await restoreContents(store, key, there, files);
    contents += there.length;
  }
  return { contents, missing };
}
