import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Database } from '../database/database.ts';
import { entriesAfter, holdPlace, movePlace } from '../log/read-on.ts';
import type { Context, Workspace } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { appendBlock, BlockMaker } from './append-blocks.ts';
import { type LogHead, tryLogHead } from './log-head.ts';
import { entryColumns } from './log-seal.ts';

/** Entries read at a time: few, so that requests are not kept waiting while they are marked. */
const batch = 250;
const reader = 'seal';
/** Entries of a block at most. */
const most = 10_000;

/** The condition of what has not been sealed yet, where `c` is the reader `seal`. */
export const unsealed = '(e.transaction, e.sequence) > (c.transaction, c.sequence)';

/**
 * Seals what has been written to the log since the last time, a block at a time, in the order of transactions and only
 * once every older one has ended. True when there may be more. Does nothing while another server does it.
 */
export async function sealLog({
  database,
  workspace,
}: Pick<Context, 'database' | 'workspace'>): Promise<boolean> {
  const s = quoted(workspace.schema);
  const { logSeal } = workspace;
  if (logSeal === undefined) return false;
  const [open] = await database.run(
    `select exists (select from ${s}.event e, ${s}.consumer c where c.name = 'seal' and ${unsealed}
       and e.transaction < pg_snapshot_xmin(pg_current_snapshot()))`,
  );
  if (open?.[0] !== 't') return false;
  return database.transaction(async (change) => {
    const held = await tryLogHead(change, workspace);
    if (held === undefined) return false;
    const block = new BlockMaker(logSeal);
    let place = await holdPlace(change, s, reader);
    if (place === undefined) return false;
    for (let full = true; full && block.size < most; ) {
      const entries = await entriesAfter(change, s, place, `${entryColumns}, transaction`, batch);
      for (const entry of entries) block.add(entry.slice(0, -1));
      const last = entries.at(-1);
      if (last !== undefined) place = { transaction: last.at(-1) ?? '', sequence: last[0] ?? '' };
      full = entries.length === batch;
    }
    if (block.size === 0) return false;
    const after = await appendBlock(change, workspace, held, block.block(false));
    await movePlace(change, s, reader, place);
    await noteDaily(change, workspace, after);
    return block.size >= most;
  });
}

/** Once a day the audit learns where the chain of blocks stands: who cuts off its end has to rewrite the audit too. */
async function noteDaily(change: Database, { name, schema }: Workspace, { head }: LogHead): Promise<void> {
  const [due] = await change.run(
    `select coalesce((select max(at) from guanxi.audit_entry where workspace = $1 and kind = 'history.sealed'),
       (select sealed_at from ${quoted(schema)}.log_block where position = 1)) < now() - interval '1 day'`,
    [name],
  );
  if (due?.[0] !== 't') return;
  await recordAuditEntry(change, { workspace: name, kind: 'history.sealed', facts: { ...head } });
}
