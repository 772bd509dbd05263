import type { Link } from '../audit/chain.ts';
import type { Database, Row } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { isGenuine, type LogHead } from './log-head.ts';
import type { Block, LogSeal } from './log-seal.ts';

/** Collects entries of the log for a block. */
export class BlockMaker {
  readonly #seal: LogSeal;
  readonly #sequences: string[] = [];
  readonly #marks: Buffer[] = [];
  #firstAt = '';
  #lastAt = '';

  constructor(seal: LogSeal) {
    this.#seal = seal;
  }

  get size(): number {
    return this.#sequences.length;
  }

  /** Takes in an entry as `entryColumns` read it. */
  add(entry: Row): void {
    const at = entry[1] ?? '';
    this.#sequences.push(entry[0] ?? '');
    this.#marks.push(this.#seal.mark(entry));
    if (this.#firstAt === '' || at < this.#firstAt) this.#firstAt = at;
    if (at > this.#lastAt) this.#lastAt = at;
  }

  block(amends: boolean): Block {
    return {
      ...{ amends, sequences: this.#sequences, marks: Buffer.concat(this.#marks) },
      ...{ firstAt: this.#firstAt, lastAt: this.#lastAt, sealedAt: new Date().toISOString() },
    };
  }
}

/** Puts a block at the end of the chain, which the caller holds. */
export async function appendBlock(
  change: Database,
  workspace: Workspace,
  held: LogHead,
  block: Block,
): Promise<LogHead> {
  const { logSeal } = workspace;
  // What was written by somebody without the key is not built upon, or it would pass for genuine from then on.
  if (logSeal === undefined || !isGenuine(workspace, held))
    throw new Error(
      `The seal of the history of ${workspace.name} was changed from outside, or the secret was; see guanxi audit verify.`,
    );
  const head: Link = logSeal.linkAfter(held.head, block);
  const seal = logSeal.sealOf(head);
  const s = quoted(workspace.schema);
  await change.run(
    `with block as (insert into ${s}.log_block (position, amends, sequences, marks, first_at, last_at, sealed_at, hash)
       values ($1, $2, $3, decode($4, 'base64'), $5, $6, $7, $8))
     update ${s}.log_head set position = $1, hash = $8, seal = $9`,
    [
      ...[head.position, block.amends, block.sequences, block.marks.toString('base64')],
      ...[block.firstAt, block.lastAt, block.sealedAt, head.hash, seal],
    ],
  );
  return { head, seal };
}
