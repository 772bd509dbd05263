import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { repositoryKey } from '../backup/repository-key.ts';
import type { BaseFacts } from './base-facts.ts';
import { reachMoment } from './reach-moment.ts';
import { restoreKnownContents } from './restore-known-contents.ts';

export interface MomentTarget {
  /** Where the product's own database will be; must not be there yet. */
  readonly postgres: string;
  readonly files: FileStore;
}

export interface ReachedMoment {
  readonly facts: BaseFacts;
  /** When the archive ends, where that is before the moment that was asked for. */
  readonly endedAt: Date | undefined;
  readonly contents: number;
  /** Hashes of contents that had gone before they could be brought. */
  readonly missing: readonly string[];
}

/** Makes the product's own database as it was at a moment, anew in an empty folder, and the files that it knows. */
export async function restoreToMoment(
  store: BackupStore,
  passphrase: string,
  { postgres, files }: MomentTarget,
  at: Date | undefined,
): Promise<ReachedMoment> {
  const key = await repositoryKey(store, passphrase);
  const { result, ...reached } = await reachMoment({ store, key, postgres }, at, (database) =>
    restoreKnownContents(database, store, key, files),
  );
  return { ...reached, ...result };
}
