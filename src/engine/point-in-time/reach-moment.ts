import { createWriteStream, existsSync } from 'node:fs';
import { chown, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline as piped } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { BackupFault } from '../backup/backup-fault.ts';
import { readFrames } from '../backup/frames.ts';
import { readSealed } from '../backup/read-sealed.ts';
import { createPool, type Database, databaseOn } from '../database/database.ts';
import { clusterPath } from '../database/embedded/places.ts';
import type { ServerSettings } from '../database/embedded/settings.ts';
import type { SystemUser } from '../database/embedded/system-user.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded.ts';
import { archiveFolder, type BaseName, baseNamed, basePath } from './archive-names.ts';
import type { BaseFacts } from './base-facts.ts';
import { makeFolder, unpackCluster } from './cluster-files.ts';
import { logSegments } from './log-segments.ts';

/** Beside the database files while they are brought to their moment. */
const unpacked = 'guanxi-restored';

interface Reaching {
  readonly store: BackupStore;
  readonly key: Buffer;
  /** Where the database will be; must not be there yet. */
  readonly postgres: string;
  /** Of the server that reads the log. */
  readonly settings?: ServerSettings;
}

interface Reached<Result> {
  readonly facts: BaseFacts;
  /** When the archive ends, where that is before the moment that was asked for. */
  readonly endedAt: Date | undefined;
  readonly result: Result;
}

/**
 * Makes the product's own database as it was at a moment, anew in an empty folder: the last copy of its files before,
 * and from there the write-ahead log up to the last transaction that ended by then. Its server runs while `inside` works.
 */
export async function reachMoment<Result>(
  { store, key, postgres, settings = {} }: Reaching,
  at: Date | undefined,
  inside: (database: Database) => Promise<Result>,
): Promise<Reached<Result>> {
  if (existsSync(clusterPath(postgres)))
    throw new BackupFault(`There is a database in ${postgres}. Restore into a new data folder.`);
  const paths = (await store.list(archiveFolder)).map(({ name }) => name);
  const { base, facts } = await baseBefore(store, key, paths, at);
  const segments = logSegments(paths, base, at);
  const last = segments.findLast(({ file }) => !file.endsWith('.history'));
  if (last === undefined)
    throw new BackupFault('The archive has no log to this copy yet. Try again in two minutes.');
  const ends = at === undefined || last.at < at;
  const fill = async (place: string, user: SystemUser | undefined) => {
    const unfinished = `${place}.unfinished-restore`;
    await rm(unfinished, { recursive: true, force: true });
    await unpackCluster(readFrames(read(store, key, basePath(base, 'guanxi'))), unfinished, user);
    await makeFolder(join(unfinished, unpacked), user);
    for (const { path, file } of segments)
      await put(read(store, key, path), join(unfinished, unpacked, file), user);
    await put([], join(unfinished, 'recovery.signal'), user);
    await rename(unfinished, place);
  };
  const server = await recover(postgres, fill, ends ? undefined : at, settings);
  try {
    const pool = createPool(server.url, 2);
    try {
      const result = await inside(databaseOn(pool));
      await rm(join(clusterPath(postgres), unpacked), { recursive: true, force: true });
      return { facts, endedAt: ends ? last.at : undefined, result };
    } finally {
      await pool.end();
    }
  } finally {
    await server.stop();
  }
}

/** The last copy that was whole by then. */
async function baseBefore(
  store: BackupStore,
  key: Buffer,
  paths: readonly string[],
  at: Date | undefined,
): Promise<{ base: BaseName; facts: BaseFacts }> {
  const bases = paths.flatMap((path) => baseNamed(path) ?? []);
  bases.sort((one, other) => other.at.getTime() - one.at.getTime());
  let first: string | undefined;
  for (const base of bases) {
    if (at !== undefined && base.at > at) continue;
    const text = await buffer(Readable.from(readSealed(store, key, basePath(base, 'facts'))));
    const facts = JSON.parse(text.toString('utf8')) as BaseFacts;
    if (at === undefined || new Date(facts.from) <= at) return { base, facts };
    first = facts.from;
  }
  const earliest = first ?? bases.at(-1)?.at.toISOString();
  throw new BackupFault(
    earliest === undefined
      ? `Nothing is kept in ${store.place} to go back to a moment. Switch it on in Settings › Operation; a backup can be restored without --at.`
      : `The earliest moment to go back to is ${earliest}.`,
  );
}

/** Has PostgreSQL read the log up to the last transaction that ended by the moment, or all of it, and open the database. */
async function recover(
  postgres: string,
  fill: (place: string, user: SystemUser | undefined) => Promise<void>,
  at: Date | undefined,
  further: ServerSettings,
): Promise<EmbeddedPostgres> {
  const common: ServerSettings = {
    ...further,
    // Nobody is let in before the moment is reached.
    ...{ hot_standby: 'off', archive_mode: 'off', recovery_target_timeline: 'current' },
    restore_command: `cp "${unpacked}/%f" "%p"`,
  };
  if (at === undefined) return startEmbeddedPostgres({ directory: postgres, fill, settings: common });
  const settings = {
    ...common,
    recovery_target_time: at.toISOString().replace('Z', '+00'),
    recovery_target_action: 'promote',
  };
  try {
    return await startEmbeddedPostgres({ directory: postgres, fill, settings });
  } catch (error) {
    // Nothing ended after the moment, so all there is belongs to it.
    if (!/before configured recovery target was reached/.test(String(error))) throw error;
    return startEmbeddedPostgres({ directory: postgres, fill, settings: common });
  }
}

function read(store: BackupStore, key: Buffer, path: string): AsyncIterable<Buffer> {
  return pipeline(Readable.from(readSealed(store, key, path)), createZstdDecompress(), () => {});
}

async function put(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  path: string,
  user: SystemUser | undefined,
): Promise<void> {
  await piped(Readable.from(bytes), createWriteStream(path, { mode: 0o600 }));
  if (user) await chown(path, user.uid, user.gid);
}
