import { parseArgs } from 'node:util';
import { keptBackups } from '#engine/backup/kept-backups.ts';
import { databaseOn } from '#engine/database/database.ts';
import { createIdentityTables } from '#engine/identity/schema.ts';
import { backUp, tryOut } from '#engine/operation/backup-service.ts';
import { readBackupSettings } from '#engine/operation/backup-settings.ts';
import { backupPlaceFrom } from '../backup-place-from.ts';
import type { Installation } from '../installation.ts';
import { version } from '../version.ts';
import { type Command, CommandError } from './command.ts';

const options = { to: { type: 'string' } } as const;

export const backup: Command = {
  usage: 'backup [--to FOLDER] | backup list [--to FOLDER] | backup drill [--to FOLDER]',
  summary:
    'make a sealed backup of everything while people work, list those kept, or try the latest one out; the passphrase is GUANXI_BACKUP_PASSPHRASE',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const place = placeOf(values.to);
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

/** The place named by the command, else by the environment. */
export function placeOf(to: string | undefined) {
  const place = backupPlaceFrom({ ...process.env, ...(to !== undefined && { GUANXI_BACKUP_TO: to }) });
  if (place === undefined) throw new CommandError('Say where backups are: --to FOLDER, or GUANXI_BACKUP_TO.');
  return place;
}

async function make(installation: Installation, place: ReturnType<typeof placeOf>): Promise<number> {
  await createIdentityTables(installation.pool);
  const { keep } = await readBackupSettings(databaseOn(installation.pool));
  const facts = await backUp(sourceOf(installation), place, keep);
  console.log(
    `${facts.name}: ${facts.rows} rows in ${facts.bytes} bytes, ${facts.contents} files, ${facts.newContents} of them new.`,
  );
  return 0;
}

function sourceOf({ pool, store, secret }: Installation) {
  return { pool, files: store, secret, version };
}
