import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { shortestPassphrase } from '#engine/backup/repository-key.ts';
import type { BackupPlace } from '#engine/operation/backup-service.ts';

/** Where the environment says that backups go; undefined where it says nothing. */
export function backupPlaceFrom({
  GUANXI_BACKUP_TO: to = '',
  GUANXI_BACKUP_PASSPHRASE: passphrase = '',
}: NodeJS.ProcessEnv): BackupPlace | undefined {
  if (to === '') return undefined;
  if (passphrase.length < shortestPassphrase)
    throw new Error(
      `GUANXI_BACKUP_TO is set, so GUANXI_BACKUP_PASSPHRASE must be too, with ${shortestPassphrase} characters or more.`,
    );
  if (!to.startsWith('/')) throw new Error('GUANXI_BACKUP_TO is not the whole path of a folder.');
  return { store: folderBackupStore(to), passphrase };
}
