import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';
import { holdLogHead } from './log-head.ts';
import { logHeadSeal } from './log-seal.ts';

/**
 * Locks the end of every log's chain of blocks with another key, in the transaction of the caller; the blocks stay as
 * they are. False where an end was not locked with the present one, which another would make pass for genuine.
 */
export async function relockHeads(change: Database, from: Uint8Array, to: Uint8Array): Promise<boolean> {
  const sealed = await change.run(
    `select name, schema from guanxi.workspace where to_regclass(format('%I.log_head', schema)) is not null order by name`,
  );
  for (const [name, schema] of sealed) {
    const workspace = { name: name ?? '', schema: schema ?? '' };
    const { head, seal } = await holdLogHead(change, workspace);
    if (head.position === 0) continue;
    if (seal !== logHeadSeal(from, workspace.name, head)) return false;
    await change.run(`update ${quoted(workspace.schema)}.log_head set seal = $1`, [
      logHeadSeal(to, workspace.name, head),
    ]);
  }
  return true;
}
