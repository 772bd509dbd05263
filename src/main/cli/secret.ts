import { parseArgs } from 'node:util';
import { databaseOn } from '#engine/database/database.ts';
import { unlessLocked } from '#engine/identity/advisory-lock.ts';
import { BrokenAudit, rotateSecret } from '#engine/sealing/rotate-secret.ts';
import { prepareSecret, takeSecret } from '../kept-secret.ts';
import { identityOf } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

/** Any number nobody else locks: one rotation at a time. */
const lock = 7_301_880_433;

const options = { anyway: { type: 'boolean' } } as const;

export const secret: Command = {
  usage: 'secret rotate [--anyway]',
  summary:
    'lock everything with a new secret, with the servers stopped: one that it makes and keeps in the data folder, or GUANXI_NEW_SECRET where the old one is in GUANXI_SECRET',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    if (positionals.join() !== 'rotate') throw new CommandError(`Usage: guanxi ${secret.usage}`);
    const { GUANXI_SECRET, GUANXI_NEW_SECRET } = process.env;
    const given = GUANXI_SECRET !== undefined;
    if (given && (GUANXI_NEW_SECRET ?? '').length < 32)
      throw new CommandError(
        'The old secret is in GUANXI_SECRET: give the new one, of 32 characters at least, in GUANXI_NEW_SECRET.',
      );
    const database = databaseOn(installation.pool);
    await identityOf(installation);
    const others = await connectedOthers(database);
    if (others > 0 && values.anyway !== true)
      throw new CommandError(
        `Stop all servers first: ${others} connections to the database are not this command's. --anyway goes on when you know them.`,
      );
    const done = await unlessLocked(installation.pool, lock, async () => {
      const next = given ? (GUANXI_NEW_SECRET as string) : prepareSecret(installation.directory);
      await rotateSecret(database, installation.secret, next);
      if (!given) takeSecret(installation.directory);
      return true;
    }).catch((error: unknown) => {
      throw error instanceof BrokenAudit ? new CommandError(error.message) : error;
    });
    if (done !== true) throw new CommandError('The secret is being rotated at this moment.');
    console.log(
      given
        ? 'Everything is locked with GUANXI_NEW_SECRET: start the servers with it as GUANXI_SECRET.'
        : 'Everything is locked with a new secret, which is in the data folder.',
    );
    console.log(
      'Everybody signs in anew and turns push messages on anew. Make a backup: older ones hold the old secret.',
    );
    return 0;
  },
};

/** Connections to this database but for those of this command. */
async function connectedOthers(database: ReturnType<typeof databaseOn>): Promise<number> {
  const [row] = await database.run(
    `select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return Number(row?.[0]);
}
