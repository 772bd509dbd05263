import { databaseOn } from '#engine/database/database.ts';
import { dropRetired } from '#engine/schema/drop-retired.ts';
import { readPlan } from '#engine/schema/read-plan.ts';
import { confirmationOf } from '#engine/schema/retired.ts';
import type { Installation } from '../installation.ts';
import { identityOf } from './acting-as.ts';

/**
 * Shows what nothing declares any more and how much would be lost with it; with the code that it shows, which stands
 * for exactly this, removes it.
 */
export async function dropRetiredEverywhere(
  installation: Installation,
  confirmed: string | undefined,
): Promise<number> {
  const { pool, registry } = installation;
  const { workspaces } = await identityOf(installation);
  const database = databaseOn(pool);
  const codes = new Set(confirmed?.split('-'));
  const needed: string[] = [];
  for (const { name, schema } of await workspaces.list()) {
    const { retired } = await readPlan(database, registry, schema, new Date());
    if (retired.length === 0) continue;
    if (confirmed !== undefined && (await dropRetired(database, registry, schema, codes))) {
      console.log(`${name}: removed ${retired.map((each) => each.name).join(', ')}.`);
      continue;
    }
    for (const each of retired) console.log(`${name}: ${each.name} with ${each.count} values would be lost.`);
    needed.push(confirmationOf(schema, retired));
  }
  if (needed.length === 0) {
    console.log('Nothing is left that nothing declares.');
    return 0;
  }
  if (confirmed !== undefined) console.error('There is something else to be lost than what was confirmed.');
  console.log(
    `To remove this for good: npm run guanxi -- migrate --drop-retired --confirm ${needed.join('-')}`,
  );
  return Number(confirmed !== undefined);
}
