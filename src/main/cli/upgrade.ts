import { parseArgs } from 'node:util';
import { databaseOn } from '#engine/database/database.ts';
import { installedVersion } from '#engine/operation/installed-version.ts';
import { readPlan } from '#engine/schema/read-plan.ts';
import { backUpAt, upgradeInstallation } from '../upgrade-installation.ts';
import { version } from '../version.ts';
import { identityOf } from './acting-as.ts';
import { placeOf, sourceOf } from './backup.ts';
import { type Command, CommandError } from './command.ts';
import { linesOf, migrateAll } from './migrate.ts';

const options = { 'dry-run': { type: 'boolean' }, 'without-backup': { type: 'boolean' } } as const;

export const upgrade: Command = {
  usage: 'upgrade [--dry-run] [--without-backup]',
  summary:
    'show what this version changes in the database, make a backup, change it, and say the way back; with --dry-run show it only',
  async run(installation, parameters) {
    const { values } = parseArgs({ args: parameters, options });
    const { pool, registry } = installation;
    const database = databaseOn(pool);
    const workspaces = await (await identityOf(installation)).workspaces.list();
    console.log(`From Guanxi ${(await installedVersion(database)) ?? '(not noted)'} to ${version}:`);
    let [changes, refused] = [0, false];
    for (const { name, label, schema } of workspaces) {
      const plan = await readPlan(database, registry, schema, new Date());
      console.log(linesOf(`${name} (${label})`, plan).join('\n'));
      changes += plan.changes.length;
      refused ||= plan.obstacles.length > 0;
    }
    if (values['dry-run']) return Number(refused);
    if (refused)
      throw new CommandError('Nothing is changed: see ✖ above. Correct it with the version before.');
    const place = values['without-backup'] ? undefined : await placeOf(undefined, installation);
    let name: string | null = null;
    const code = await upgradeInstallation({
      ...{ database, registry, workspaces },
      async backUp() {
        name = place === undefined ? null : await backUpAt(sourceOf(installation), place);
        if (name !== null) console.log(`Everything as it was is in the backup ${name}.`);
        return name;
      },
      change: () => migrateAll(installation, workspaces),
    });
    if (changes > 0 && name !== null)
      console.log('The way back: put the version before in place and run guanxi roll-back.');
    return code;
  },
};
