import type { Database } from '../database/database.ts';
import { lockChains, readChains, refuseForged, writeChain } from './chain-table.ts';
import { recordAuditEntry } from './record-audit-entry.ts';

/** The last sealed entry before the first that is young enough to stay. */
const lastStatement = `
select position, hash from guanxi.audit_entry where coalesce(workspace, '') = $1 and position = coalesce(
  (select min(position) - 1 from guanxi.audit_entry where coalesce(workspace, '') = $1 and position is not null
    and at >= $3::timestamptz - make_interval(months => $2)),
  (select head_position from guanxi.audit_chain where workspace = $1))`;

/**
 * Removes the entries of workspaces that keep theirs for a time, once they are older. The place up to which they went
 * becomes the anchor of the chain, which stays verifiable from there, and the removal an entry of its own.
 */
export async function removeExpiredEntries(database: Database, key: Uint8Array, now: Date): Promise<void> {
  const kept = await database.run('select workspace, months from guanxi.audit_retention order by workspace');
  for (const [workspace, months] of kept)
    await database.transaction((change) => removeFrom(change, key, workspace ?? '', Number(months), now));
}

async function removeFrom(
  change: Database,
  key: Uint8Array,
  workspace: string,
  months: number,
  now: Date,
): Promise<void> {
  await lockChains(change);
  const [last] = await change.run(lastStatement, [workspace, months, now.toISOString()]);
  const chain = (await readChains(change, key, [workspace])).get(workspace);
  if (last === undefined || chain === undefined) return;
  refuseForged(chain);
  const anchor = { position: Number(last[0]), hash: last[1] ?? '' };
  await writeChain(change, key, { ...chain, anchor });
  await change.run(`delete from guanxi.audit_entry where coalesce(workspace, '') = $1 and position <= $2`, [
    workspace,
    anchor.position,
  ]);
  const count = anchor.position - chain.anchor.position;
  await recordAuditEntry(change, { workspace, kind: 'audit.removed', facts: { months, count, ...anchor } });
}
