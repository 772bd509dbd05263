import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { seal } from '../backup/sealing.ts';
import { archiveSpool } from '../database/embedded/archive-spool.ts';
import { logPath } from './archive-names.ts';

/** Brings what the server has put aside of its write-ahead log to the place, oldest first; gives until when that reaches. */
export async function collectLog(
  cluster: string,
  system: string,
  store: BackupStore,
  key: Buffer,
): Promise<Date | undefined> {
  const spool = join(cluster, archiveSpool);
  let reached: Date | undefined;
  for (const file of (await readdir(spool)).sort()) {
    if (file.endsWith('.part')) continue;
    const path = join(spool, file);
    // What PostgreSQL notes of its own copies is of no use to us.
    if (!file.endsWith('.backup')) {
      const { mtime } = await stat(path);
      const packed = pipeline(createReadStream(path), createZstdCompress(), () => {});
      await store.write(logPath({ system, file, at: mtime }), seal(key, packed));
      reached = mtime;
    }
    await rm(path);
  }
  return reached;
}
