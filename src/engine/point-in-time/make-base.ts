import { pipeline } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { keepContents } from '../backup/keep-contents.ts';
import type { BackupSource } from '../backup/make-backup.ts';
import { seal } from '../backup/sealing.ts';
import { storedContents, workspacesIn } from '../backup/stored-contents.ts';
import { databaseOn, databaseOnClient } from '../database/database.ts';
import { basePath } from './archive-names.ts';
import type { BaseFacts } from './base-facts.ts';
import { packCluster } from './cluster-files.ts';

/**
 * Copies the files of a running cluster, sealed, and brings every content of a file that is known by then. Together with
 * the write-ahead log from its beginning it can be brought to every moment after its end.
 */
export async function makeBase(
  { pool, files, secret, version }: BackupSource,
  cluster: string,
  store: BackupStore,
  key: Buffer,
): Promise<{ readonly bytes: number; readonly contents: number }> {
  const client = await pool.connect();
  const database = databaseOnClient(client);
  let broken = true;
  try {
    const [row] = await database.run(
      `select pg_walfile_name(pg_backup_start('guanxi', true)), (select system_identifier from pg_control_system()), current_setting('server_version')`,
    );
    const [segment, system, server] = row as [string, string, string];
    const name = { system, segment, at: new Date() };
    const label = async () => {
      const [stopped] = await database.run('select labelfile from pg_backup_stop(false)');
      return stopped?.[0] ?? '';
    };
    const packed = pipeline(packCluster(cluster, label), createZstdCompress(), () => {});
    const bytes = await store.write(basePath(name, 'guanxi'), seal(key, packed));
    const from = new Date();
    const workspaces = await workspacesIn(databaseOn(pool));
    const contents = [];
    for (const each of workspaces) contents.push(...(await storedContents(databaseOn(pool), each)));
    const kept = await keepContents(
      { pool, files, store, key },
      basePath(name, 'files'),
      contents,
      workspaces,
    );
    const facts: BaseFacts = { format: 1, version, database: server, from: from.toISOString(), secret };
    await store.write(basePath(name, 'facts'), seal(key, bytesOf(facts)));
    broken = false;
    return { bytes, contents: kept.contents };
  } finally {
    // A connection that is closed ends the backup mode that it began.
    client.release(broken);
  }
}

async function* bytesOf(value: unknown): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(value));
}
