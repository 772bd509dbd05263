import type { BackupStore } from '#kernel/port/backup-store.ts';
import { BackupFault } from './backup-fault.ts';
import { unseal } from './sealing.ts';

/** A sealed piece of a backup, opened; says so where it is not there. */
export async function* readSealed(store: BackupStore, key: Buffer, name: string): AsyncGenerator<Buffer> {
  try {
    yield* unseal(key, store.read(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new BackupFault(`${name} is missing from ${store.place}.`);
  }
}
