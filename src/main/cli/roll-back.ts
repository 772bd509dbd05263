import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backupName } from '#engine/backup/names.ts';
import { restoreBackup } from '#engine/backup/restore-backup.ts';
import { createPool, databaseOn } from '#engine/database/database.ts';
import { startEmbeddedPostgres } from '#engine/database/embedded.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { lastUpgrade } from '#engine/operation/installed-version.ts';
import { openInstallation } from '../installation.ts';
import { version } from '../version.ts';
import { placeOf } from './backup.ts';
import { type Command, CommandError } from './command.ts';

const options = { to: { type: 'string' }, from: { type: 'string' } } as const;

export const rollBack: Command = {
  usage: 'roll-back [--to BACKUP] [--from PLACE]',
  summary:
    'bring the data back as they were before the last upgrade, compare every table, and keep those of now beside; the server must be stopped',
  async unopened(directory, parameters) {
    const { values } = parseArgs({ args: parameters, options });
    if (process.env.DATABASE_URL !== undefined) throw new CommandError(otherServer);
    const { name, before, place } = await wayBack(directory, values);
    const at = backupName(new Date());
    const fresh = join(directory, `roll-back-${at}`);
    mkdirSync(fresh);
    const files = folderStore(join(directory, 'files'));
    try {
      const { rows, tables } = await inNewDatabase(join(fresh, 'postgres'), (pool) =>
        restoreBackup(place.store, place.passphrase, { pool, files }, name),
      );
      const aside = join(directory, `postgres-of-${at}`);
      renameSync(join(directory, 'postgres'), aside);
      renameSync(join(fresh, 'postgres'), join(directory, 'postgres'));
      console.log(`${directory} is as it was in the backup ${name}: ${rows} rows in ${tables} tables.`);
      console.log(`What was written since is in ${aside}; remove it when you no longer need it.`);
      if (before !== null && before !== version)
        console.log(`This is Guanxi ${version}: put ${before} in place before you start the server.`);
      return 0;
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  },
};

const otherServer =
  'The database is that of DATABASE_URL. Make an empty one beside it, and run guanxi restore BACKUP with DATABASE_URL set to that; guanxi backup list tells the backups.';

/** The backup that was made before the last upgrade, or the one that is named. Nobody else may use the data meanwhile. */
async function wayBack(directory: string, { to, from }: { to?: string; from?: string }) {
  const installation = await openInstallation(directory);
  try {
    const place = await placeOf(from, installation);
    const upgraded = await lastUpgrade(databaseOn(installation.pool));
    const name = to ?? upgraded?.backup;
    if (!name)
      throw new CommandError(
        'No upgrade with a backup is noted here. Name the backup with --to; guanxi backup list tells them.',
      );
    return { name, place, before: to === undefined ? (upgraded?.from ?? null) : null };
  } finally {
    await installation.close();
  }
}

async function inNewDatabase<Result>(
  directory: string,
  work: (pool: ReturnType<typeof createPool>) => Promise<Result>,
): Promise<Result> {
  const server = await startEmbeddedPostgres({ directory });
  try {
    const pool = createPool(server.url);
    try {
      return await work(pool);
    } finally {
      await pool.end();
    }
  } finally {
    await server.stop();
  }
}
