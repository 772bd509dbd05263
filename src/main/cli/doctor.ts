import { statfsSync } from 'node:fs';
import { databaseOn } from '#engine/database/database.ts';
import { readPlan } from '#engine/schema/read-plan.ts';
import { version } from '../version.ts';
import { identityOf } from './acting-as.ts';
import type { Command } from './command.ts';

/** Free bytes below which something will soon go wrong. */
const littleSpace = 1024 ** 3;

export const doctor: Command = {
  usage: 'doctor',
  summary: 'looks for what is or will soon be wrong',
  async run(installation) {
    const database = databaseOn(installation.pool);
    let ill = false;
    const tell = (well: boolean, what: string) => {
      if (!well) ill = true;
      console.log(`${well ? '✔' : '✖'} ${what}`);
    };
    tell(true, `Guanxi ${version}, Node ${process.version}`);
    const [row] = await database.run(
      `select current_setting('server_version'), current_setting('server_version_num')::int >= 150000, extract(epoch from now() - $1::timestamptz)`,
      [new Date().toISOString()],
    );
    tell(row?.[1] === 't', `PostgreSQL ${row?.[0]} (15 or newer is needed)`);
    tell(Math.abs(Number(row?.[2])) < 5, `the clocks differ by ${Number(row?.[2]).toFixed(1)} s`);
    const { bavail, bsize } = statfsSync(installation.directory);
    tell(
      bavail * bsize > littleSpace,
      `${Math.round((bavail * bsize) / 1024 ** 3)} GB are free in ${installation.directory}`,
    );
    const identity = await identityOf(installation);
    for (const { name, schema } of await identity.workspaces.list()) {
      const { changes, obstacles, retired } = await readPlan(
        database,
        installation.registry,
        schema,
        new Date(),
      );
      tell(
        changes.length === 0 && obstacles.length === 0,
        `${name}: ${changes.length === 0 ? 'the schema is up to date' : `${changes.length} changes are missing; run guanxi migrate`}`,
      );
      for (const obstacle of obstacles) tell(false, `${name}: ${obstacle}`);
      if (retired.length > 0)
        tell(
          true,
          `${name}: ${retired.length} fields or tables are kept that nothing declares any more; guanxi migrate --dry-run lists them`,
        );
      const [failed] = await database.run(
        `select (select count(*) from "${schema}".automation_run where state = 'failed'), (select count(*) from "${schema}".import where state = 'failed')`,
      );
      tell(failed?.[0] === '0', `${name}: ${failed?.[0]} automations have failed`);
      tell(failed?.[1] === '0', `${name}: ${failed?.[1]} imports have failed`);
    }
    return ill ? 1 : 0;
  },
};
