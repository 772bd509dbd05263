import { parseArgs } from 'node:util';
import { keptBackups } from '#engine/backup/kept-backups.ts';
import { databaseOn } from '#engine/database/database.ts';
import { createIdentityTables } from '#engine/identity/schema.ts';
import { type BackupPlace, backupPlace } from '#engine/operation/backup-place.ts';
import { backUp, tryOut } from '#engine/operation/backup-service.ts';
import { readBackupSettings } from '#engine/operation/backup-settings.ts';
import { backupPlaceFrom } from '../backup-place-from.ts';
import type { Installation } from '../installation.ts';
import { objectStorageFrom } from '../object-storage-from.ts';
import { version } from '../version.ts';
import { type Command, CommandError } from './command.ts';

const options = { to: { type: 'string' } } as const;

export const backup: Command = {
  usage: 'backup [--to PLACE] | backup list [--to PLACE] | backup drill [--to PLACE]',
  summary:
    'make a sealed backup of everything while people work, list those kept, or try the latest one out; PLACE is a folder or s3://BUCKET/FOLDER, the passphrase GUANXI_BACKUP_PASSPHRASE',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const place = await placeOf(values.to, installation);
    switch (positionals[0]) {
      case undefined:
        return make(installation, place);
      case 'list':
        for (const { name, bytes } of await keptBackups(place.store)) console.log(`${name}\t${bytes}`);
        return 0;
      case 'drill': {
        const { name, rows, tables, contents } = await tryOut({ ...sourceOf(installation) }, place);
        console.log(
          `${name} restores: ${rows} rows in ${tables} tables and ${contents} files are as they were.`,
        );
        return 0;
      }
      default:
        throw new CommandError(`Usage: guanxi ${backup.usage}`);
    }
  },
};

/** The place named by the command, else by the environment, else by an administrator in the settings. */
export async function placeOf(to: string | undefined, { pool, secret }: Installation): Promise<BackupPlace> {
  await createIdentityTables(pool);
  const environment = placeNamed(to);
  const open = objectStorageFrom(process.env);
  const place = await backupPlace(databaseOn(pool), { environment, open, secret });
  if (place === undefined) throw new CommandError(noPlace);
  return place;
}

/** The place named by the command, else by the environment. */
export function placeNamed(to: string | undefined): BackupPlace | undefined {
  return backupPlaceFrom({ ...process.env, ...(to !== undefined && { GUANXI_BACKUP_TO: to }) });
}

export const noPlace =
  'Say where backups are: a folder or s3://BUCKET/FOLDER, in the command or in GUANXI_BACKUP_TO.';

async function make(installation: Installation, place: BackupPlace): Promise<number> {
  const { keep } = await readBackupSettings(databaseOn(installation.pool));
  const facts = await backUp(sourceOf(installation), place, keep);
  console.log(
    `${facts.name}: ${facts.rows} rows in ${facts.bytes} bytes, ${facts.contents} files, ${facts.newContents} of them new.`,
  );
  return 0;
}

export function sourceOf({ pool, store, secret }: Installation) {
  return { pool, files: store, secret, version };
}
