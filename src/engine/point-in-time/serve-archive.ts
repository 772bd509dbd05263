import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { claimPlace } from '../backup/claim-place.ts';
import type { BackupSource } from '../backup/make-backup.ts';
import { repositoryKey } from '../backup/repository-key.ts';
import { type Database, databaseOn } from '../database/database.ts';
import { archiveSpool } from '../database/embedded/archive-spool.ts';
import { clusterPath } from '../database/embedded/places.ts';
import { unlessLocked } from '../identity/advisory-lock.ts';
import type { BackupPlace } from '../operation/backup-place.ts';
import { readBackupSettings } from '../operation/backup-settings.ts';
import { isDrillDue } from '../operation/due.ts';
import { noted } from '../operation/operation-runs.ts';
import { archiveFolder, baseNamed } from './archive-names.ts';
import { collectLog } from './collect-log.ts';
import { newContentsKeeper } from './keep-new-contents.ts';
import { makeBase } from './make-base.ts';
import { momentDrill } from './moment-drill.ts';
import { pruneArchive } from './prune-archive.ts';
import { noteReach } from './reach.ts';

const pace = 60_000;
/** Any numbers nobody else locks: of all servers one archives, and one tries the archive out. */
const [lock, drillLock] = [7_301_880_420, 7_301_880_422];
const day = 86_400_000;
/** The most days after which a new copy is made; the log to be read from it else grows long. */
const longest = 7;

export interface Archive {
  /** Looks whether something is to be brought now. */
  look(): Promise<void>;
  /** Goes back to a moment of just now beside the database, where moments are kept; how that ended is noted. */
  tryOut(): Promise<void>;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/**
 * Brings the write-ahead log of the product's own database to where backups go, every minute, with a copy of its files
 * every now and then, as long as an administrator wants to be able to go back to any moment. Until stopped.
 */
export function serveArchive(
  source: BackupSource,
  /** Where the product's own database is; it is not asked of another. */
  postgres: string | undefined,
  place: () => Promise<BackupPlace | undefined>,
  failed: (kind: 'archive' | 'momentDrill', error: unknown) => Promise<void>,
): Archive {
  const database = databaseOn(source.pool);
  const keepNew = newContentsKeeper();
  let underWay = Promise.resolve();
  let [stopped, failing, copying] = [false, false, false];
  let last = '';
  const bring = async (cluster: string) => {
    const { pointInTime: days } = await readBackupSettings(database);
    const spool = join(cluster, archiveSpool);
    const at = await place();
    if (days === 0 || at === undefined) {
      if (!existsSync(spool)) return;
      rmSync(spool, { recursive: true, force: true });
      if (at !== undefined) await pruneArchive(at.store, 0, new Date());
      await noteReach(database, undefined);
      return;
    }
    openSpool(cluster, spool);
    const { store, passphrase } = at;
    const [row] = await database.run(
      `select system_identifier, pg_current_wal_lsn(), left(pg_walfile_name(pg_current_wal_lsn()), 8) from pg_control_system()`,
    );
    const [system, position, timeline] = row as [string, string, string];
    if (position === last) return;
    await claimPlace(database, store);
    const key = await repositoryKey(store, passphrase, { create: true });
    if (await isBaseDue(store, system, timeline, Math.min(days, longest))) {
      copying = true;
      await noted(database, 'archive', () => makeBase(source, cluster, store, key));
      copying = false;
      const oldest = await pruneArchive(store, days, new Date());
      if (oldest) await noteReach(database, { from: oldest.at.toISOString() });
    }
    await keepNew({ ...source, store, key }, system);
    await database.run('select pg_switch_wal()');
    await archived(database);
    const reached = await collectLog(cluster, system, store, key);
    if (reached) await noteReach(database, { to: reached.toISOString() });
    const [after] = await database.run('select pg_current_wal_lsn()');
    last = after?.[0] ?? '';
  };
  const look = async () => {
    const cluster = await ownCluster(database, postgres);
    if (cluster === undefined || stopped) return;
    try {
      await unlessLocked(source.pool, lock, () => bring(cluster));
      failing = false;
    } catch (error) {
      // Told once, not every minute.
      if (!failing) {
        if (!copying) await noted(database, 'archive', () => Promise.reject(error)).catch(() => undefined);
        await failed('archive', error);
      }
      [failing, copying] = [true, false];
    }
  };
  const queue = () => {
    underWay = underWay.then(look).catch((error: unknown) => console.error(error));
    return underWay;
  };
  let trying: Promise<void> | undefined;
  const tryOne = async () => {
    const cluster = await ownCluster(database, postgres);
    const at = await place();
    if (cluster === undefined || at === undefined || stopped) return;
    if ((await readBackupSettings(database)).pointInTime === 0) return;
    try {
      await unlessLocked(source.pool, drillLock, () =>
        noted(database, 'momentDrill', () => momentDrill({ database, cluster, ...at, bring: queue })),
      );
    } catch (error) {
      await failed('momentDrill', error);
    }
  };
  // Beside the bringing, which must not wait for it.
  const tryOut = () => {
    trying ??= tryOne()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        trying = undefined;
      });
    return trying;
  };
  const tryWhenDue = async () => {
    const settings = await readBackupSettings(database);
    if (settings.pointInTime > 0 && (await isDrillDue(database, settings, 'momentDrill'))) await tryOut();
  };
  const timer = setInterval(() => {
    void queue()
      .then(tryWhenDue)
      .catch((error: unknown) => console.error(error));
  }, pace).unref();
  return {
    ...{ look: queue, tryOut },
    async stop() {
      clearInterval(timer);
      await Promise.all([underWay, trying]);
      stopped = true;
    },
  };
}

/** Where the files are of the database that is asked, when it is the product's own. */
export async function ownCluster(
  database: Database,
  postgres: string | undefined,
): Promise<string | undefined> {
  if (postgres === undefined || process.platform === 'win32' || !existsSync(clusterPath(postgres)))
    return undefined;
  const [row] = await database.run(
    `select current_setting('data_directory', true), current_setting('archive_mode')`,
  );
  const own = await realpath(clusterPath(postgres));
  return row?.[0] === own && row[1] === 'on' ? own : undefined;
}

/** From now on the server archives. */
function openSpool(cluster: string, spool: string): void {
  if (existsSync(spool)) return;
  mkdirSync(spool, { mode: 0o700 });
  const { uid, gid } = statSync(cluster);
  if (process.getuid?.() === 0) chownSync(spool, uid, gid);
}

async function isBaseDue(
  store: BackupStore,
  system: string,
  timeline: string,
  days: number,
): Promise<boolean> {
  const bases = (await store.list(`${archiveFolder}/${system}/base`)).flatMap(
    ({ name }) => baseNamed(name) ?? [],
  );
  return !bases.some(
    ({ segment, at }) => segment.startsWith(timeline) && Date.now() - at.getTime() < days * day,
  );
}

/** Waits a little until the server has put aside what was closed just now; what is late is brought the next time. */
async function archived(database: Database): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const [row] = await database.run(
      `select exists (select from pg_ls_archive_statusdir() where name like '%.ready')`,
    );
    if (row?.[0] === 'f') return;
    await pause(50);
  }
}
