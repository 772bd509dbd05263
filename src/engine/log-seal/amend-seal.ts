import type { Database, Row } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';
import { appendBlock, BlockMaker } from './append-blocks.ts';
import { holdLogHead } from './log-head.ts';

/** Entries of a block at most. */
const most = 10_000;

/**
 * Seals entries anew that were rightly changed in this transaction, given as `entryColumns` read them: their earlier
 * marks stay in the chain, and these count from now on. Without the workspace's key nothing can be sealed or verified.
 */
export async function amendSeal(
  change: Database,
  workspace: Workspace,
  entries: readonly Row[],
): Promise<void> {
  const { logSeal } = workspace;
  if (logSeal === undefined || entries.length === 0) return;
  let held = await holdLogHead(change, workspace);
  for (let from = 0; from < entries.length; from += most) {
    const block = new BlockMaker(logSeal);
    for (const entry of entries.slice(from, from + most)) block.add(entry);
    held = await appendBlock(change, workspace, held, block.block(true));
  }
}
