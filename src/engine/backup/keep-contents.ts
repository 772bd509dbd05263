import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FilePlace, FileStore } from '#kernel/port/file-store.ts';
import { databaseOn } from '../database/database.ts';
import { BackupFault } from './backup-fault.ts';
import { contentName } from './repository-key.ts';
import { seal } from './sealing.ts';
import { type NamedSchema, storedContents } from './stored-contents.ts';

interface Keeping {
  readonly pool: Pool;
  readonly files: FileStore;
  readonly store: BackupStore;
  readonly key: Buffer;
}

/** Brings the contents that the place does not have yet, each once, and notes under a name which ones are needed. */
export async function keepContents(
  { pool, files, store, key }: Keeping,
  note: string,
  contents: readonly FilePlace[],
  workspaces: readonly NamedSchema[],
): Promise<{ readonly contents: number; readonly newContents: number }> {
  const there = new Set((await store.list('files')).map((piece) => piece.name));
  const needed = new Set<string>();
  let brought = 0;
  for (const content of contents) {
    const path = contentName(key, content.hash);
    if (!there.has(path)) {
      try {
        await store.write(path, seal(key, checked(files.read(content), content)));
      } catch (error) {
        // Cleared away since, and so known to nobody any more.
        if (isMissing(error) && !(await isStillKnown(pool, workspaces, content))) continue;
        throw isMissing(error) ? new BackupFault(`The content ${content.hash} of a file is missing.`) : error;
      }
      there.add(path);
      brought += 1;
    }
    needed.add(path);
  }
  await store.write(note, seal(key, linesOf(needed)));
  return { contents: needed.size, newContents: brought };
}

/** The bytes as they come, failing at the end when they are not what they were when they came in. */
async function* checked(bytes: AsyncIterable<Uint8Array>, { hash }: FilePlace): AsyncGenerator<Uint8Array> {
  const found = createHash('sha256');
  for await (const chunk of bytes) {
    found.update(chunk);
    yield chunk;
  }
  if (found.digest('hex') !== hash) throw new BackupFault(`The content ${hash} of a file is damaged.`);
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function isStillKnown(
  pool: Pool,
  workspaces: readonly NamedSchema[],
  { workspace, hash }: FilePlace,
): Promise<boolean> {
  for (const each of workspaces) {
    const known = await storedContents(databaseOn(pool), each);
    if (known.some((content) => content.workspace === workspace && content.hash === hash)) return true;
  }
  return false;
}

async function* linesOf(paths: ReadonlySet<string>): AsyncGenerator<Buffer> {
  for (const path of paths) yield Buffer.from(`${path}\n`);
}
