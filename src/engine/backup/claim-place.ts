import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import type { Database } from '../database/database.ts';
import { uuidv7 } from '../database/uuid.ts';
import { BackupFault } from './backup-fault.ts';

const name = 'installation';

/**
 * Makes a place the installation's own, or refuses: another that backs up there would write the keys of sealed values
 * over, and remove each other's backups. What was restored from a backup is the same installation.
 */
export async function claimPlace(database: Database, store: BackupStore): Promise<void> {
  const own = await installationId(database);
  if (!(await store.has(name))) return void (await store.write(name, Readable.from([Buffer.from(own)])));
  const owner = (await buffer(store.read(name))).toString('utf8').trim();
  if (owner !== own)
    throw new BackupFault(
      `Another installation backs up to ${store.place}: give this one a place of its own, such as a folder in the same bucket.`,
    );
}

/** Made once, and kept with everything else. */
async function installationId(database: Database): Promise<string> {
  await database.run(
    `insert into guanxi.operation_setting (name, value) values ($1, $2) on conflict (name) do nothing`,
    [name, JSON.stringify(uuidv7())],
  );
  const [row] = await database.run(`select value #>> '{}' from guanxi.operation_setting where name = $1`, [
    name,
  ]);
  return row?.[0] ?? '';
}
