import { createHash } from 'node:crypto';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FilePlace, FileStore } from '#kernel/port/file-store.ts';
import { BackupFault } from './backup-fault.ts';
import { readSealed } from './read-sealed.ts';
import { contentName } from './repository-key.ts';

/** Puts the contents of files back to where records look for them, each checked by its hash. */
export async function restoreContents(
  store: BackupStore,
  key: Buffer,
  contents: readonly FilePlace[],
  files: FileStore,
): Promise<void> {
  for (const { workspace, hash } of contents) {
    const received = await files.receive(readSealed(store, key, contentName(key, hash)));
    try {
      if (received.hash !== hash) throw new BackupFault(`The content ${hash} of a file is damaged.`);
      await received.settle(workspace);
    } finally {
      await received.discard();
    }
  }
}

/** Whether a content can be read and is what it was. */
export async function checkContent(store: BackupStore, key: Buffer, hash: string): Promise<void> {
  const found = createHash('sha256');
  for await (const chunk of readSealed(store, key, contentName(key, hash))) found.update(chunk);
  if (found.digest('hex') !== hash) throw new BackupFault(`The content ${hash} of a file is damaged.`);
}
