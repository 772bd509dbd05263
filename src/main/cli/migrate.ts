import { parseArgs } from 'node:util';
import { databaseOn } from '#engine/database/database.ts';
import { migrateWorkspace, missing } from '#engine/schema/migrate.ts';
import { identityOf } from './acting-as.ts';
import type { Command } from './command.ts';

export const migrate: Command = {
  usage: 'migrate [--dry-run]',
  summary: 'bring the database of every workspace to what this version needs; nothing is ever dropped',
  async run(installation, parameters) {
    const { values } = parseArgs({ args: parameters, options: { 'dry-run': { type: 'boolean' } } });
    const database = databaseOn(installation.pool);
    const identity = await identityOf(installation);
    for (const { name, schema } of await identity.workspaces.list()) {
      const steps = await missing(database, installation.registry, schema, new Date());
      const changes = steps.filter((step) => !/if not exists|or replace|^insert /.test(step));
      console.log(`${name}: ${changes.length === 0 ? 'up to date' : `${changes.length} steps`}`);
      for (const step of changes) console.log(`  ${step};`);
      if (values['dry-run'] !== true)
        await migrateWorkspace(database, installation.registry, schema, new Date());
    }
    return 0;
  },
};
