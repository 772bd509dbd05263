import { BackupFault } from '../backup/backup-fault.ts';
import { claimPlace } from '../backup/claim-place.ts';
import { type DrillFacts, drill } from '../backup/drill.ts';
import { type BackupFacts, type BackupSource, makeBackup } from '../backup/make-backup.ts';
import { removeOldBackups } from '../backup/remove-old-backups.ts';
import { repositoryKey } from '../backup/repository-key.ts';
import { databaseOn } from '../database/database.ts';
import { unlessLocked } from '../identity/advisory-lock.ts';
import type { BackupPlace } from './backup-place.ts';
import { noted } from './operation-runs.ts';

/** Any number nobody else locks: of all servers one makes a backup, or tries one out, at a time. */
const lock = 7_301_880_419;

/** Makes a backup, notes it, and removes those beyond the number to keep. */
export function backUp(
  source: BackupSource,
  { store, passphrase }: BackupPlace,
  keep: number,
): Promise<BackupFacts & { readonly removed: number }> {
  return alone(source, () =>
    noted(databaseOn(source.pool), 'backup', async () => {
      await claimPlace(databaseOn(source.pool), store);
      const key = await repositoryKey(store, passphrase, { create: true });
      const facts = await makeBackup(source, store, key);
      const removed = await removeOldBackups(store, key, keep);
      return { ...facts, removed };
    }),
  );
}

/** Tries the latest backup out, and notes how that went. */
export function tryOut(source: BackupSource, { store, passphrase }: BackupPlace): Promise<DrillFacts> {
  return alone(source, () =>
    noted(databaseOn(source.pool), 'drill', () => drill(source.pool, store, passphrase)),
  );
}

async function alone<Result>({ pool }: BackupSource, work: () => Promise<Result>): Promise<Result> {
  const result = await unlessLocked(pool, lock, work);
  if (result === undefined) throw new BackupFault('A backup is being made or tried out at this moment.');
  return result;
}
