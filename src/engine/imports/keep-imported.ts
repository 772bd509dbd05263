import { createHash } from 'node:crypto';
import type { FileStore } from '#kernel/port/file-store.ts';
import type { Workspace } from '../records/context.ts';
import { importPlace } from './stored-tables.ts';

/**
 * Keeps a file that is brought for an import, sealed with the workspace's key while it waits: it may say in the clear what
 * is sealed in records. Sealed anew it lies elsewhere each time, so its content is told apart by a hash of its own.
 */
export async function keepImported(
  store: FileStore,
  { name, seal }: Pick<Workspace, 'name' | 'seal'>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly hash: string; readonly content: string }> {
  const content = createHash('sha256');
  async function* seen() {
    for await (const piece of bytes) {
      content.update(piece);
      yield piece;
    }
  }
  const received = await store.receive(seen(), seal && ((clear) => seal.sealFile(clear)));
  await received.settle(importPlace(name)).finally(() => received.discard());
  return { hash: received.hash, content: content.digest('hex') };
}
