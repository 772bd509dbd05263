import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '#engine/backup/restore-backup.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { restoreToMoment } from '#engine/point-in-time/restore-to-moment.ts';
import { noPlace, placeNamed } from './backup.ts';
import { type Command, CommandError } from './command.ts';

const options = { from: { type: 'string' }, at: { type: 'string' } } as const;

export const restore: Command = {
  usage: 'restore [NAME | --at 2026-11-26T10:00 | --at latest] [--from PLACE] --data EMPTY_DIR',
  summary:
    'bring a backup, the latest unless one is named, into an empty data folder, and compare every table; or everything as it was at a moment',
  async unopened(directory, parameters) {
    const { values } = parseArgs({ args: parameters, options, allowPositionals: true });
    if (values.at === undefined) return undefined;
    if (process.env.DATABASE_URL !== undefined) throw new CommandError(otherServer);
    const { store, passphrase } = placeFor(values.from);
    const at = momentOf(values.at);
    mkdirSync(directory, { recursive: true });
    const files = folderStore(join(directory, 'files'));
    const target = { postgres: join(directory, 'postgres'), files };
    const { facts, endedAt, contents, missing } = await restoreToMoment(store, passphrase, target, at);
    keepSecret(directory, facts.secret);
    const reached = endedAt
      ? `the end of what is kept, ${endedAt.toISOString()}`
      : `${at?.toISOString() ?? ''}`;
    console.log(`${directory} is as it was at ${reached}, with ${contents} files.`);
    if (missing.length > 0)
      console.error(`${missing.length} files had gone before they could be kept: ${missing.join(', ')}`);
    return 0;
  },
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const { store, passphrase } = placeFor(values.from);
    const { pool, store: files, directory } = installation;
    const restored = await restoreBackup(store, passphrase, { pool, files }, positionals[0]);
    const { name, rows, tables, contents, head } = restored;
    keepSecret(directory, head.secret);
    console.log(
      `${name} (Guanxi ${head.version}) is in ${directory}: ${rows} rows in ${tables} tables and ${contents} files, all as they were.`,
    );
    return 0;
  },
};

const otherServer =
  'The database is that of DATABASE_URL: to go back to a moment is the business of that server, see https://www.postgresql.org/docs/current/continuous-archiving.html. A backup can be restored without --at.';

function placeFor(from: string | undefined) {
  const place = placeNamed(from);
  if (place === undefined) throw new CommandError(noPlace);
  return place;
}

/** By the clock of this machine, where no zone is said; undefined for the latest there is. */
function momentOf(text: string): Date | undefined {
  if (text === 'latest') return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new CommandError(`${text} is not a moment such as 2026-11-26T10:00.`);
  if (at.getTime() > Date.now()) throw new CommandError(`${text} has not come yet.`);
  return at;
}

/** With another secret everybody has to sign in anew. */
function keepSecret(directory: string, secret: string): void {
  if (process.env.GUANXI_SECRET === undefined)
    writeFileSync(join(directory, 'secret'), secret, { mode: 0o600 });
  else if (process.env.GUANXI_SECRET !== secret)
    console.error('GUANXI_SECRET is another one than that of the backup: everybody has to sign in anew.');
}
