import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupStore } from '#kernel/port/backup-store.ts';

const unfinished = '.unfinished-';

/** Keeps backups in a folder, each piece written through to the disk before it has its name. */
export function folderBackupStore(root: string): BackupStore {
  return {
    place: root,
    async write(name, bytes) {
      const path = join(root, name);
      const passing = join(dirname(path), `${unfinished}${randomUUID()}`);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const size = await writeThrough(passing, bytes);
        await rename(passing, path);
        return size;
      } catch (error) {
        await rm(passing, { force: true });
        throw error;
      }
    },
    read: (name) => createReadStream(join(root, name)),
    has: (name) =>
      stat(join(root, name)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false;
          throw error;
        },
      ),
    async list(folder) {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return [];
          throw error;
        },
      );
      const paths = entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith(unfinished))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const pieces = [];
      for (const path of paths)
        pieces.push({ name: path.slice(join(root).length + 1), size: (await stat(path)).size });
      return pieces;
    },
    remove: (name) => rm(join(root, name), { force: true }),
  };
}

async function writeThrough(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return size;
}
