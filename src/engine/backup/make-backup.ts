import { pipeline } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { type Database, databaseOnClient } from '../database/database.ts';
import { type BackupHead, type BackupMark, installationSchema, rowsOf } from './backup-head.ts';
import { type DescribedTable, describeSchemas } from './described-schemas.ts';
import { frameOf } from './frames.ts';
import { keepContents } from './keep-contents.ts';
import { archivePath, backupName, contentsPath, keysPath } from './names.ts';
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
    const sums = await tableSums(database, described.tables);
    const [server] = await database.run('show server_version');
    const head: BackupHead = {
      ...{ format: 1, version, secret, workspaces, described, sums },
      at: new Date().toISOString(),
      database: server?.[0] ?? '',
    };
    const kept = await keepContents({ pool, files, store, key }, contentsPath(name), contents, workspaces);
    const copy = (text: string) => client.query(copyTo(text));
    // Keys come first: a backup without those that it needs would be worth less than none.
    await store.write(keysPath, seal(key, packed(rowFrames(described.apart ?? [], copy))));
    const frames = framesOf(head, copy);
    const bytes = await store.write(archivePath(name), seal(key, packed(frames)));
    await database.script('commit');
    broken = false;
    return { name, rows: rowsOf(sums), bytes, ...kept };
  } finally {
    client.release(broken);
  }
}

/**
 * Writes the keys of sealed values anew where backups are, as they are now, so that those destroyed since the latest
 * backup are gone there too.
 */
export async function renewKeys(pool: Pool, store: BackupStore, key: Buffer): Promise<void> {
  const client = await pool.connect();
  const database = databaseOnClient(client);
  let broken = true;
  try {
    await database.script('begin isolation level repeatable read read only');
    const schemas = (await workspacesIn(database)).map(({ schema }) => schema);
    const { apart = [] } = await describeSchemas(database, schemas);
    const frames = rowFrames(apart, (text) => client.query(copyTo(text)));
    await store.write(keysPath, seal(key, packed(frames)));
    await database.script('commit');
    broken = false;
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

type Copy = (text: string) => AsyncIterable<Buffer>;

function packed(frames: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
  return pipeline(frames, createZstdCompress(), () => {});
}

async function* framesOf(head: BackupHead, copy: Copy): AsyncGenerator<Buffer> {
  yield frameOf({ kind: 'facts', facts: head });
  yield* rowFrames(head.described.tables, copy);
}

async function* rowFrames(tables: readonly DescribedTable[], copy: Copy): AsyncGenerator<Buffer> {
  const mark = (facts: BackupMark) => frameOf({ kind: 'facts', facts });
  for (const { name, columns } of tables) {
    yield mark({ table: name });
    for await (const data of copy(`copy ${name} (${columns.join(', ')}) to stdout`))
      yield frameOf({ kind: 'data', data });
  }
  yield mark({ end: true });
}
