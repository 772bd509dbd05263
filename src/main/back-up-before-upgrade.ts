import type { BackupSource } from '#engine/backup/make-backup.ts';
import { databaseOn } from '#engine/database/database.ts';
import { type BackupPlaces, backupPlace } from '#engine/operation/backup-place.ts';
import { backUp } from '#engine/operation/backup-service.ts';
import { readBackupSettings } from '#engine/operation/backup-settings.ts';
import { readPlan } from '#engine/schema/read-plan.ts';
import type { Registry } from '#kernel/registry.ts';

/**
 * Makes a backup where this version of the product would change the tables of any workspace: the way back. Where it
 * cannot be made, nothing is changed either; where nobody has said where backups go, none is.
 */
export async function backUpBeforeUpgrade(
  source: BackupSource,
  places: BackupPlaces,
  registry: Registry,
  workspaces: readonly { readonly schema: string }[],
): Promise<void> {
  const database = databaseOn(source.pool);
  const place = await backupPlace(database, places);
  if (place === undefined) return;
  for (const { schema } of workspaces) {
    const { changes } = await readPlan(database, registry, schema, new Date());
    if (changes.length === 0) continue;
    const { keep } = await readBackupSettings(database);
    await backUp(source, place, keep);
    return;
  }
}
