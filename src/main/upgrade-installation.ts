import type { BackupSource } from '#engine/backup/make-backup.ts';
import { type Database, databaseOn } from '#engine/database/database.ts';
import { type BackupPlace, type BackupPlaces, backupPlace } from '#engine/operation/backup-place.ts';
import { backUp } from '#engine/operation/backup-service.ts';
import { readBackupSettings } from '#engine/operation/backup-settings.ts';
import {
  installedVersion,
  noteInstalledVersion,
  type UpgradeFacts,
} from '#engine/operation/installed-version.ts';
import { noted } from '#engine/operation/operation-runs.ts';
import { readPlan } from '#engine/schema/read-plan.ts';
import type { Registry } from '#kernel/registry.ts';
import { version } from './version.ts';

interface Upgrading<Result> {
  readonly database: Database;
  readonly registry: Registry;
  readonly workspaces: readonly { readonly schema: string }[];
  /** Makes the way back where tables would be changed; gives the backup's name. Where it fails nothing is changed. */
  readonly backUp: () => Promise<string | null>;
  /** Changes the tables. */
  readonly change: () => Promise<Result>;
}

/** Changes tables to what this version declares, after a backup where any would change, and notes what was done. */
export async function upgradeInstallation<Result>(upgrading: Upgrading<Result>): Promise<Result> {
  const { database, change } = upgrading;
  let result: Result | undefined;
  if (await isBehind(upgrading)) {
    const from = (await installedVersion(database)) ?? null;
    const backup = await upgrading.backUp();
    await noted(database, 'upgrade', async (): Promise<UpgradeFacts> => {
      result = await change();
      return { from, to: version, backup };
    });
  } else result = await change();
  await noteInstalledVersion(database, version);
  return result as Result;
}

async function isBehind({ database, registry, workspaces }: Upgrading<unknown>): Promise<boolean> {
  for (const { schema } of workspaces) {
    const { changes } = await readPlan(database, registry, schema, new Date());
    if (changes.length > 0) return true;
  }
  return false;
}

/** A backup where somebody has said where they go; else there is none. */
export async function backUpWherePossible(
  source: BackupSource,
  places: BackupPlaces,
): Promise<string | null> {
  const place = await backupPlace(databaseOn(source.pool), places);
  return place === undefined ? null : backUpAt(source, place);
}

export async function backUpAt(source: BackupSource, place: BackupPlace): Promise<string> {
  const { keep } = await readBackupSettings(databaseOn(source.pool));
  return (await backUp(source, place, keep)).name;
}
