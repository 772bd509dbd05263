import type { Database } from '../database/database.ts';
import { beginning, type Link, sealOf } from './chain.ts';

/** Both ends of a workspace's chain. */
export interface Chain {
  readonly workspace: string;
  readonly anchor: Link;
  readonly head: Link;
  /** Whether whoever wrote them had the key. */
  readonly genuine: boolean;
}

/** Nobody else changes chains until the transaction ends. */
const chainLock = 7_301_880_431;

/** Waits until chains may be changed. */
export async function lockChains(change: Database): Promise<void> {
  await change.run(`select pg_advisory_xact_lock(${chainLock})`);
}

/** Whether chains may be changed; false while another server does. */
export async function tryLockChains(change: Database): Promise<boolean> {
  const [row] = await change.run(`select pg_try_advisory_xact_lock(${chainLock})`);
  return row?.[0] === 't';
}

const readStatement = `
select workspace, anchor_position, anchor_hash, head_position, head_hash, seal
from guanxi.audit_chain where workspace = any($1)`;

/** The chains of these workspaces; one that has not begun is at its beginning. */
export async function readChains(
  database: Pick<Database, 'run'>,
  key: Uint8Array,
  workspaces: readonly string[],
): Promise<ReadonlyMap<string, Chain>> {
  const rows = await database.run(readStatement, [workspaces]);
  const known = rows.map(([workspace, anchorPosition, anchorHash, headPosition, headHash, seal]) => {
    const name = workspace ?? '';
    const anchor = { position: Number(anchorPosition), hash: anchorHash ?? '' };
    const head = { position: Number(headPosition), hash: headHash ?? '' };
    return { workspace: name, anchor, head, genuine: seal === sealOf(key, name, anchor, head) };
  });
  const begun = new Map(known.map((chain) => [chain.workspace, chain]));
  return new Map(
    workspaces.map((workspace) => [
      workspace,
      begun.get(workspace) ?? { workspace, anchor: beginning, head: beginning, genuine: true },
    ]),
  );
}

const writeStatement = `
insert into guanxi.audit_chain (workspace, anchor_position, anchor_hash, head_position, head_hash, seal)
values ($1, $2, $3, $4, $5, $6)
on conflict (workspace) do update set anchor_position = excluded.anchor_position, anchor_hash = excluded.anchor_hash,
  head_position = excluded.head_position, head_hash = excluded.head_hash, seal = excluded.seal`;

/** Writes where a chain begins and ends now. */
export async function writeChain(
  change: Database,
  key: Uint8Array,
  { workspace, anchor, head }: Omit<Chain, 'genuine'>,
): Promise<void> {
  const ends = [anchor.position, anchor.hash, head.position, head.hash];
  await change.run(writeStatement, [workspace, ...ends, sealOf(key, workspace, anchor, head)]);
}

/** What was written by somebody without the key is not built upon, or it would pass for genuine from then on. */
export function refuseForged({ workspace, genuine }: Chain): void {
  if (genuine) return;
  throw new Error(
    `The audit chain of ${workspace || 'the installation'} was changed from outside, or the secret was; see guanxi audit verify.`,
  );
}
