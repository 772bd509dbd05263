import type { Pool } from 'pg';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FilePlace, FileStore } from '#kernel/port/file-store.ts';
import { keepContents } from '../backup/keep-contents.ts';
import { storedContents, workspacesIn } from '../backup/stored-contents.ts';
import { databaseOn } from '../database/database.ts';
import { momentPath } from './archive-names.ts';

interface Keeping {
  readonly pool: Pool;
  readonly files: FileStore;
  readonly store: BackupStore;
  readonly key: Buffer;
}

/** Brings the contents of files that came since it was called last, the first time all, and notes them. */
export function newContentsKeeper(): (keeping: Keeping, system: string) => Promise<void> {
  let known = new Set<string>();
  return async (keeping, system) => {
    const database = databaseOn(keeping.pool);
    const workspaces = await workspacesIn(database);
    const all: FilePlace[] = [];
    for (const each of workspaces) all.push(...(await storedContents(database, each)));
    const fresh = all.filter(({ hash }) => !known.has(hash));
    if (fresh.length > 0) await keepContents(keeping, momentPath(system, new Date()), fresh, workspaces);
    known = new Set(all.map(({ hash }) => hash));
  };
}
