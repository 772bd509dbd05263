import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { limitReached } from './limit-reached.ts';

/** Refuses to begin an import while the company has as many under way as it may. */
export async function refuseMoreImports({ database, workspace }: Context): Promise<void> {
  const [row] = await database.run(
    `select limits ->> 'imports', (select count(*) from ${quoted(workspace.schema)}.import where state in ('queued', 'running', 'checking', 'rollingBack'))
     from guanxi.workspace where name = $1`,
    [workspace.name],
  );
  const most = Number(row?.[0] ?? Number.POSITIVE_INFINITY);
  if (Number(row?.[1] ?? 0) >= most) throw limitReached('imports', most);
}
