import { beginning, type Link } from '../audit/chain.ts';
import type { Database } from '../database/database.ts';
import type { Context, Workspace } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { compareEntries, type NamedEntry, named } from './compare-entries.ts';
import { isGenuine, readLogHead } from './log-head.ts';
import { entryColumns, type LogSeal } from './log-seal.ts';
import { readBlocks } from './read-blocks.ts';
import { unsealed } from './seal-log.ts';

/** What is wrong with the seal of a log, and where it first is. */
export interface LogBreak {
  /**
   * An entry was `altered`, `removed` or `added`; a `block` was changed or is missing; the `end` was cut off, or what says
   * where it is was written by somebody else; the `key` to verify with cannot be had.
   */
  readonly why: 'altered' | 'removed' | 'added' | 'block' | 'end' | 'key';
  /** The block. */
  readonly position: number;
  readonly entry?: NamedEntry;
}

export interface LogVerdict {
  /** Entries that are as they were sealed. */
  readonly entries: number;
  /** The last block. */
  readonly head: Link;
  /** Entries that are not sealed yet, and since when the oldest of them waits. */
  readonly unsealed: number;
  readonly unsealedSince?: string;
  readonly broken?: LogBreak;
}

type Place = Pick<Context, 'database' | 'workspace'>;

/** Follows the blocks of a workspace's log from the first to the last, compares every entry, and says where it first breaks. */
export function verifyLog({ database, workspace }: Place): Promise<LogVerdict> {
  return database.transaction(async (inside) => {
    // Sealing and erasing go on meanwhile; all that is read must be of one moment.
    await inside.run('set transaction isolation level repeatable read read only');
    const written = await readLogHead(inside, workspace);
    const open = await readUnsealed(inside, workspace);
    const { logSeal } = workspace;
    const { reached, entries, broken } =
      logSeal === undefined
        ? { reached: beginning, entries: 0, broken: { why: 'key', position: 0 } as const }
        : await follow(inside, quoted(workspace.schema), logSeal);
    const end = reached.position !== written.head.position || reached.hash !== written.head.hash;
    const first =
      broken ??
      (end || !isGenuine(workspace, written)
        ? ({ why: 'end', position: reached.position } as const)
        : undefined) ??
      (await cutOff(inside, workspace)) ??
      (await firstAdded(inside, workspace, entries));
    return { entries, head: written.head, ...open, ...(first && { broken: first }) };
  });
}

async function follow(
  inside: Database,
  s: string,
  seal: LogSeal,
): Promise<{ readonly reached: Link; readonly entries: number; readonly broken?: LogBreak }> {
  let reached = beginning;
  let entries = 0;
  for (;;) {
    const blocks = await readBlocks(inside, s, reached.position);
    if (blocks.length === 0) return { reached, entries };
    const before = reached;
    const badAt = blocks.findIndex((block) => {
      const link = seal.linkAfter(reached, block);
      if (link.position !== block.position || link.hash !== block.hash) return true;
      reached = link;
      return false;
    });
    const wrong = await compareEntries(inside, s, seal, badAt < 0 ? blocks : blocks.slice(0, badAt + 1));
    const bad = blocks[badAt];
    const until = Math.min(
      wrong?.position ?? Number.POSITIVE_INFINITY,
      bad?.position ?? Number.POSITIVE_INFINITY,
    );
    for (const block of blocks)
      if (block.position < until && !block.amends) entries += block.sequences.length;
    if (wrong !== undefined) return { reached: before, entries, broken: wrong };
    if (bad !== undefined)
      return { reached, entries, broken: { why: 'block', position: reached.position + 1 } };
  }
}

/** What the audit remembers of the chain must still be there. */
async function cutOff(inside: Database, { name, schema }: Workspace): Promise<LogBreak | undefined> {
  const [row] = await inside.run(
    `select facts ->> 'position' from guanxi.audit_entry a where workspace = $1 and kind = 'history.sealed' and not exists (
       select from ${quoted(schema)}.log_block b where b.position = (a.facts ->> 'position')::bigint and b.hash = a.facts ->> 'hash')
     order by id limit 1`,
    [name],
  );
  return row && { why: 'end', position: Number(row[0]) };
}

/** An entry that is where everything has been sealed already, and in no block. */
async function firstAdded(
  inside: Database,
  { schema }: Workspace,
  entries: number,
): Promise<LogBreak | undefined> {
  const s = quoted(schema);
  const [count] = await inside.run(
    `select count(*) from ${s}.event e, ${s}.consumer c where c.name = 'seal' and not ${unsealed}`,
  );
  if (Number(count?.[0]) === entries) return undefined;
  const [row] = await inside.run(
    `with stranger (sequence, at) as (
       select e.sequence, e.at from ${s}.event e, ${s}.consumer c where c.name = 'seal' and not ${unsealed} and not exists (
         select from (select unnest(sequences) as sealed from ${s}.log_block) b where b.sealed = e.sequence)
       union all select sequence, max(at) from ${s}.event group by sequence having count(*) > 1)
     select ${entryColumns} from ${s}.event join stranger using (sequence, at) order by sequence limit 1`,
  );
  const position = 0;
  return row ? { why: 'added', position, entry: named(row) } : { why: 'end', position };
}

/** How much of the log is not sealed yet, and since when. */
export async function readUnsealed(
  database: Pick<Database, 'run'>,
  { schema }: Pick<Workspace, 'schema'>,
): Promise<Pick<LogVerdict, 'unsealed' | 'unsealedSince'>> {
  const s = quoted(schema);
  const [row] = await database.run(
    `select count(*), to_char(min(e.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
     from ${s}.event e, ${s}.consumer c where c.name = 'seal' and ${unsealed}`,
  );
  return { unsealed: Number(row?.[0]), ...(row?.[1] && { unsealedSince: row[1] }) };
}
