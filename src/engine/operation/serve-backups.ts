import { claimPlace } from '../backup/claim-place.ts';
import { type BackupSource, renewKeys } from '../backup/make-backup.ts';
import { keysPath } from '../backup/names.ts';
import { repositoryKey } from '../backup/repository-key.ts';
import { type Database, databaseOn } from '../database/database.ts';
import { type BackupPlace, type BackupPlaces, backupPlace } from './backup-place.ts';
import { backUp, tryOut } from './backup-service.ts';
import { readBackupSettings } from './backup-settings.ts';
import { isBackupDue, isDrillDue } from './due.ts';
import type { ServedKind } from './operation-runs.ts';

/** Milliseconds between two looks whether something is due. */
const pace = 60_000;

export interface BackupSchedule {
  readonly places: BackupPlaces;
  /** Where backups go now; undefined where nobody has said it. */
  place(): Promise<BackupPlace | undefined>;
  /** Begins one now, whatever the schedule says; how it ended is noted. */
  begin(kind: ServedKind): void;
  /** Keys of sealed values were destroyed: those that backups are opened with are written anew. */
  forgetKeys(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** Makes backups and tries them out when they are due, and tells when one fails, until stopped. */
export function serveBackups(
  source: BackupSource,
  places: BackupPlaces,
  timeZone: () => Promise<string>,
  failed: (kind: ServedKind, error: unknown) => Promise<void>,
): BackupSchedule {
  const database = databaseOn(source.pool);
  let underWay = Promise.resolve();
  let stopped = false;
  const place = () => backupPlace(database, places);
  const work = async (kind: ServedKind) => {
    try {
      const at = await place();
      if (at === undefined) return;
      if (kind === 'drill') await tryOut(source, at);
      else await backUp(source, at, (await readBackupSettings(database)).keep);
    } catch (error) {
      await failed(kind, error).catch((told: unknown) => console.error(told));
    }
  };
  const queue = (next: () => Promise<void>) => {
    underWay = underWay.then(() => (stopped ? undefined : next())).catch((error) => console.error(error));
  };
  const look = async () => {
    if ((await place()) === undefined) return;
    for (const kind of await dueNow(database, timeZone)) await work(kind);
  };
  const timer = setInterval(() => queue(look), pace).unref();
  return {
    ...{ places, place },
    begin: (kind) => queue(() => work(kind)),
    forgetKeys: () => queue(async () => renew(source, await place())),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

async function renew({ pool }: BackupSource, place: BackupPlace | undefined): Promise<void> {
  if (!(await place?.store.has(keysPath))) return;
  const { store, passphrase } = place as BackupPlace;
  await claimPlace(databaseOn(pool), store);
  await renewKeys(pool, store, await repositoryKey(store, passphrase));
}

/** What is due, a trial after the backup that it tries. */
async function dueNow(database: Database, timeZone: () => Promise<string>): Promise<readonly ServedKind[]> {
  const settings = await readBackupSettings(database);
  const backup = await isBackupDue(database, settings, await timeZone());
  const drill = await isDrillDue(database, settings, 'drill');
  return [...(backup ? ['backup' as const] : []), ...(drill ? ['drill' as const] : [])];
}
