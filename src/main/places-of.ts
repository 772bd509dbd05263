import type { BackupPlaces } from '#engine/operation/backup-place.ts';
import type { ApplicationOptions } from './application-options.ts';

/** By what a server finds where its backups go. */
export function placesOf({
  backups,
  objectStorage,
  secret,
}: Pick<ApplicationOptions, 'backups' | 'objectStorage' | 'secret'>): BackupPlaces {
  return { environment: backups, open: objectStorage, secret };
}
