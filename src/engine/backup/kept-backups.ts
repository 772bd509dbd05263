import type { BackupStore } from '#kernel/port/backup-store.ts';
import { BackupFault } from './backup-fault.ts';
import { archiveFolder, nameOfArchive } from './names.ts';

export interface KeptBackup {
  readonly name: string;
  readonly bytes: number;
}

/** The backups in a place, the latest first. */
export async function keptBackups(store: BackupStore): Promise<readonly KeptBackup[]> {
  const pieces = await store.list(archiveFolder);
  return pieces
    .flatMap(({ name: path, size }) => {
      const name = nameOfArchive(path);
      return name === undefined ? [] : [{ name, bytes: size }];
    })
    .reverse();
}

export async function latestBackup(store: BackupStore): Promise<string> {
  const [latest] = await keptBackups(store);
  if (latest === undefined) throw new BackupFault(`There is no backup in ${store.place}.`);
  return latest.name;
}
