import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FilePlace, FileStore, ReceivedFile } from '#kernel/port/file-store.ts';

/** Keeps files in a folder by the hash of their content: `workspace/ab/abcd…`. */
export function folderStore(root: string): FileStore {
  const arriving = join(root, 'arriving');
  const pathOf = ({ workspace, hash }: FilePlace) => join(root, workspace, hash.slice(0, 2), hash);
  return {
    async receive(bytes, kept = (same) => same) {
      await mkdir(arriving, { recursive: true });
      const path = join(arriving, randomUUID());
      const discard = () => rm(path, { force: true });
      try {
        const { hash, size } = await write(path, kept(bytes));
        const settle = (workspace: string) => moveInto(path, pathOf({ workspace, hash }));
        return { hash, size, settle, discard } satisfies ReceivedFile;
      } catch (error) {
        await discard();
        throw error;
      }
    },
    read: (place) => createReadStream(pathOf(place)),
    remove: (place) => rm(pathOf(place), { force: true }),
    removeAll: (workspace) => rm(join(root, workspace), { recursive: true, force: true }),
  };
}

/** Writes through to the disk, so that a record never refers to what a power cut took. */
async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: hash.digest('hex'), size };
}

async function moveInto(path: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await rename(path, target);
}
