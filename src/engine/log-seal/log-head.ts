import type { Link } from '../audit/chain.ts';
import type { Database, Row } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** The last block, as it is written down. */
export interface LogHead {
  readonly head: Link;
  readonly seal: string;
}

const columns = 'position, hash, seal';

/** What whoever reads the chain of blocks needs. */
export async function readLogHead(
  database: Pick<Database, 'run'>,
  { schema }: Pick<Workspace, 'schema'>,
): Promise<LogHead> {
  return headOf(await database.run(`select ${columns} from ${quoted(schema)}.log_head`)) as LogHead;
}

/** Holds the chain until the transaction ends, after whoever holds it now. */
export async function holdLogHead(change: Database, { schema }: Pick<Workspace, 'schema'>): Promise<LogHead> {
  return headOf(await change.run(`select ${columns} from ${quoted(schema)}.log_head for update`)) as LogHead;
}

/** The same, unless somebody else holds it at this moment. */
export async function tryLogHead(
  change: Database,
  { schema }: Pick<Workspace, 'schema'>,
): Promise<LogHead | undefined> {
  return headOf(await change.run(`select ${columns} from ${quoted(schema)}.log_head for update skip locked`));
}

function headOf([row]: readonly Row[]): LogHead | undefined {
  return row && { head: { position: Number(row[0]), hash: row[1] ?? '' }, seal: row[2] ?? '' };
}

/** Before the first block nothing needs to be proven. */
export function isGenuine({ logSeal }: Pick<Workspace, 'logSeal'>, { head, seal }: LogHead): boolean {
  return head.position === 0 ? seal === '' : seal === logSeal?.sealOf(head);
}
