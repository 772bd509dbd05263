import { StoreFault, type StoreFaultCode } from '#kernel/port/backup-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { BackupFault } from '../backup/backup-fault.ts';
import type { Database } from '../database/database.ts';
import { type BackupPlace, readSetPlace, type SetPlace } from './backup-place.ts';
import type { BackupSchedule } from './serve-backups.ts';

/** Where backups go, and what an administrator has set of it, without what is secret. */
export async function placeNow(
  database: Database,
  { place, places: { secret } }: BackupSchedule,
): Promise<{
  place?: BackupPlace | undefined;
  set?: Omit<SetPlace, 'secretKey' | 'passphrase'> | undefined;
}> {
  try {
    const set = await readSetPlace(database, secret);
    if (set === undefined) return { place: await place() };
    const { secretKey: _, passphrase: __, ...known } = set;
    return { place: await place(), set: known };
  } catch (error) {
    if (error instanceof BackupFault) return {};
    throw error;
  }
}

const fields: Readonly<Partial<Record<StoreFaultCode, string>>> = {
  storeUnknownKey: 'keyId',
  storeWrongSecret: 'secretKey',
  storeForbidden: 'keyId',
  storeNoBucket: 'bucket',
  storeRegion: 'region',
  storeUnreachable: 'address',
  storeNotPublic: 'address',
};

/** What a service objects to, as a complaint about the value that is to be corrected. */
export async function placeTried(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreFault) {
      const { code, parameters } = error;
      throw new Refusal('invalid', [{ field: fields[code] ?? '', code, parameters }]);
    }
    // The place is in order, so it is the passphrase of what is kept there.
    if (error instanceof BackupFault)
      throw new Refusal('invalid', [{ field: 'passphrase', code: 'otherPassphrase' }]);
    throw error;
  }
}
