import { streamOutside } from '#adapters/outgoing/stream-outside.ts';
import { s3BackupStore } from '#adapters/s3/s3-backup-store.ts';
import type { OpenObjectStorage } from '#kernel/port/backup-store.ts';

/** Buckets that somebody has set in the browser; those of the own network only where the environment allows it. */
export function objectStorageFrom({ GUANXI_PRIVATE_STORAGE: own }: NodeJS.ProcessEnv): OpenObjectStorage {
  const ask = streamOutside({ ownNetwork: own === 'yes' });
  return (storage) => s3BackupStore(storage, ask);
}
