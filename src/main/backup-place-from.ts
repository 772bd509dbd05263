import { s3BackupStore } from '#adapters/s3/s3-backup-store.ts';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { shortestPassphrase } from '#engine/backup/repository-key.ts';
import type { BackupPlace } from '#engine/operation/backup-place.ts';
import type { BackupStore } from '#kernel/port/backup-store.ts';

/** Where the environment says that backups go; undefined where it says nothing. */
export function backupPlaceFrom(environment: NodeJS.ProcessEnv): BackupPlace | undefined {
  const { GUANXI_BACKUP_TO: to = '', GUANXI_BACKUP_PASSPHRASE: passphrase = '' } = environment;
  if (to === '') return undefined;
  if (passphrase.length < shortestPassphrase)
    throw new Error(
      `GUANXI_BACKUP_TO is set, so GUANXI_BACKUP_PASSPHRASE must be too, with ${shortestPassphrase} characters or more.`,
    );
  return { store: storeAt(to, environment), passphrase };
}

function storeAt(to: string, environment: NodeJS.ProcessEnv): BackupStore {
  if (to.startsWith('/')) return folderBackupStore(to);
  const [, bucket, folder = ''] = /^s3:\/\/([a-z0-9.-]+)(?:\/(.*?))?\/?$/.exec(to) ?? [];
  if (bucket === undefined)
    throw new Error('GUANXI_BACKUP_TO is neither the whole path of a folder nor s3://BUCKET/FOLDER.');
  const {
    AWS_ACCESS_KEY_ID: keyId,
    AWS_SECRET_ACCESS_KEY: secretKey,
    AWS_REGION: region = 'us-east-1',
    AWS_ENDPOINT_URL_S3: address = environment.AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`,
  } = environment;
  if (!keyId || !secretKey)
    throw new Error(
      'GUANXI_BACKUP_TO names a bucket, so AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set.',
    );
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new Error('AWS_ENDPOINT_URL_S3 is not an address such as https://s3.example.com.');
  return s3BackupStore({ address, bucket, folder, region, keyId, secretKey });
}
