import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { unlimitedRole } from './load-actor.ts';

/** The ids of all who may do everything and still work here. */
export async function administrators({
  database,
  registry,
  workspace,
}: Pick<Context, 'database' | 'registry' | 'workspace'>): Promise<readonly string[]> {
  const rows = await database.run(
    `select id from ${quoted(workspace.schema)}.${quoted(registry.people)}
     where active and "deletedAt" is null and $1 = any(roles) order by id`,
    [unlimitedRole],
  );
  return rows.map(([id]) => id ?? '');
}
