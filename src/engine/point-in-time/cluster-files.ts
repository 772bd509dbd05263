import { createReadStream, createWriteStream, type Dirent } from 'node:fs';
import { chown, lstat, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupFault } from '../backup/backup-fault.ts';
import { type Frame, frameOf } from '../backup/frames.ts';
import { archiveSpool } from '../database/embedded/archive-spool.ts';
import type { SystemUser } from '../database/embedded/system-user.ts';

/** What PostgreSQL makes anew at its start, and what belongs to a running server alone. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'guanxi.conf', archiveSpool]);

type Mark = { readonly directory: string } | { readonly file: string } | { readonly end: true };

const mark = (facts: Mark) => frameOf({ kind: 'facts', facts });

/** The files of a cluster while its server goes on writing them; the write-ahead log makes one moment of them. */
export async function* packCluster(directory: string, label: () => Promise<string>): AsyncGenerator<Buffer> {
  yield* packFolder(directory, '');
  yield mark({ file: 'backup_label' });
  yield frameOf({ kind: 'data', data: Buffer.from(await label()) });
  yield mark({ end: true });
}

async function* packFolder(root: string, folder: string): AsyncGenerator<Buffer> {
  for (const entry of await entriesOf(join(root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (leftOut.has(path) || entry.name.startsWith('pgsql_tmp') || entry.name === 'pg_internal.init')
      continue;
    if (entry.isSymbolicLink())
      throw new BackupFault(`The database has a part elsewhere (${path}), which a copy cannot hold.`);
    if (entry.isDirectory()) {
      yield mark({ directory: path });
      if (emptied.has(path)) continue;
      yield* packFolder(root, path);
    } else yield* packFile(root, path);
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  // A table may be dropped while we go.
  return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function* packFile(root: string, path: string): AsyncGenerator<Buffer> {
  const handle = await open(join(root, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return;
  try {
    yield mark({ file: path });
    for await (const data of createReadStream('', { fd: handle, autoClose: false }))
      yield frameOf({ kind: 'data', data });
  } finally {
    await handle.close();
  }
}

/** Puts the files of a cluster into an empty folder, for the user that will run the server. */
export async function unpackCluster(
  frames: AsyncGenerator<Frame>,
  directory: string,
  user: SystemUser | undefined,
): Promise<void> {
  await makeFolder(directory, user);
  await makeFolder(join(directory, 'pg_wal', 'archive_status'), user);
  let next = await frames.next();
  while (!next.done && next.value.kind === 'facts') {
    const facts = next.value.facts as Mark;
    if ('end' in facts) return;
    if ('directory' in facts) {
      await makeFolder(within(directory, facts.directory), user);
      next = await frames.next();
      continue;
    }
    const path = within(directory, facts.file);
    const data = async function* () {
      for (next = await frames.next(); !next.done && next.value.kind === 'data'; next = await frames.next())
        yield next.value.data;
    };
    await pipeline(Readable.from(data()), createWriteStream(path, { mode: 0o600 }));
    if (user) await chown(path, user.uid, user.gid);
  }
  throw new BackupFault('The copy of the database ends in the middle.');
}

/** Also those above it, up to what is there. */
export async function makeFolder(path: string, user: SystemUser | undefined): Promise<void> {
  const there = await lstat(path).then(
    () => true,
    () => false,
  );
  if (there) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent, user);
  await mkdir(path, { mode: 0o700 });
  if (user) await chown(path, user.uid, user.gid);
}

function within(directory: string, path: string): string {
  const whole = resolve(directory, path);
  if (!whole.startsWith(directory + sep)) throw new BackupFault('The copy of the database is not in order.');
  return whole;
}
