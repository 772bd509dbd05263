import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '#engine/backup/restore-backup.ts';
import { noPlace, placeNamed } from './backup.ts';
import { type Command, CommandError } from './command.ts';

const options = { from: { type: 'string' } } as const;

export const restore: Command = {
  usage: 'restore [NAME] [--from PLACE] --data EMPTY_DIR',
  summary:
    'bring a backup, the latest unless one is named, into an empty data folder, and compare every table',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const place = placeNamed(values.from);
    if (place === undefined) throw new CommandError(noPlace);
    const { store, passphrase } = place;
    const { pool, store: files, directory } = installation;
    const restored = await restoreBackup(store, passphrase, { pool, files }, positionals[0]);
    const { name, rows, tables, contents, head } = restored;
    if (process.env.GUANXI_SECRET === undefined)
      writeFileSync(join(directory, 'secret'), head.secret, { mode: 0o600 });
    else if (process.env.GUANXI_SECRET !== head.secret)
      console.error('GUANXI_SECRET is another one than that of the backup: everybody has to sign in anew.');
    console.log(
      `${name} (Guanxi ${head.version}) is in ${directory}: ${rows} rows in ${tables} tables and ${contents} files, all as they were.`,
    );
    return 0;
  },
};
