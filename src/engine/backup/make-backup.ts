import { pipeline } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { type Database, databaseOnClient } from '../database/database.ts';
import { type BackupHead, type BackupMark, installationSchema, rowsOf } from './backup-head.ts';
import { describeSchemas } from './described-schemas.ts';
import { frameOf } from './frames.ts';
import { keepContents } from './keep-contents.ts';
import { archivePath, backupName, contentsPath } from './names.ts';
import { seal } from './sealing.ts';
import { storedContents, workspacesIn } from './stored-contents.ts';
import { tableSums } from './table-sums.ts';

/** What a backup is made of. */
export interface BackupSource {
  readonly pool: Pool;
  readonly files: FileStore;
  readonly secret: string;
  readonly version: string;
}

/** What was made, in numbers. */
export interface BackupFacts {
  readonly name: string;
  readonly rows: number;
  /** Bytes of the database, compressed and sealed. */
  readonly bytes: number;
  /** Different contents of files, and how many of them were new to the place. */
  readonly contents: number;
  readonly newContents: number;
}

/**
 * Makes a backup of the whole installation while people go on working: the database as it was at one moment, every
 * content of a file that it knows, and the secret. Contents that an earlier backup brought are not brought again.
 */
export async function makeBackup(
  { pool, files, secret, version }: BackupSource,
  store: BackupStore,
  key: Buffer,
): Promise<BackupFacts> {
  const name = backupName(new Date());
  const client = await pool.connect();
  const database = databaseOnClient(client);
  let broken = true;
  try {
    await database.script('begin isolation level repeatable read read only');
    const workspaces = await workspacesIn(database);
    const schemas = [installationSchema, ...workspaces.map(({ schema }) => schema)];
    await holdTables(database, schemas);
    const described = await describeSchemas(database, schemas);
    const contents = (await Promise.all(workspaces.map((each) => storedContents(database, each)))).flat();
    const sums = await tableSums(
      database,
      described.tables.map((table) => table.name),
    );
    const [server] = await database.run('show server_version');
    const head: BackupHead = {
      ...{ format: 1, version, secret, workspaces, described, sums },
      at: new Date().toISOString(),
      database: server?.[0] ?? '',
    };
    const kept = await keepContents({ pool, files, store, key }, contentsPath(name), contents, workspaces);
    const packed = pipeline(
      framesOf(head, (text) => client.query(copyTo(text))),
      createZstdCompress(),
      () => {},
    );
    const bytes = await store.write(archivePath(name), seal(key, packed));
    await database.script('commit');
    broken = false;
    return { name, rows: rowsOf(sums), bytes, ...kept };
  } finally {
    client.release(broken);
  }
}

/** Keeps tables from being changed in their shape, or dropped, until the backup is made; nobody's work waits for it. */
async function holdTables(database: Database, schemas: readonly string[]): Promise<void> {
  const [row] = await database.run(
    `select string_agg(c.oid::regclass::text, ', ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1::text[]) and c.relkind in ('r', 'p', 'v')`,
    [schemas],
  );
  if (row?.[0]) await database.script(`lock table ${row[0]} in access share mode`);
}

async function* framesOf(
  head: BackupHead,
  copy: (text: string) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const mark = (facts: BackupMark) => frameOf({ kind: 'facts', facts });
  yield frameOf({ kind: 'facts', facts: head });
  for (const { name, columns } of head.described.tables) {
    yield mark({ table: name });
    for await (const data of copy(`copy ${name} (${columns.join(', ')}) to stdout`))
      yield frameOf({ kind: 'data', data });
  }
  yield mark({ end: true });
}
