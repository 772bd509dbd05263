import type { Database, Row } from '../database/database.ts';
import { entryColumns, type Link, linkAfter } from './chain.ts';
import { readChains } from './chain-table.ts';

/** What is wrong with a chain, and where it first is. */
export interface Break {
  /** `ends` when it is not the entries but the chain's own ends that somebody else wrote, or another secret. */
  readonly why: 'altered' | 'missing' | 'ends';
  readonly position: number;
  readonly entry?: { readonly id: string; readonly at: string; readonly kind: string };
}

export interface Verdict {
  /** Empty for what belongs to no workspace. */
  readonly workspace: string;
  /** Entries that are as they were written. */
  readonly entries: number;
  /** The place behind which older entries have been removed; 0 when none were. */
  readonly anchor: number;
  readonly head: Link;
  /** Entries that have not got their place yet. */
  readonly unsealed: number;
  readonly broken?: Break;
}

const batchSize = 5000;

/** Follows the chains of these workspaces from their anchors to their heads, and says where each first breaks. */
export function verifyAudit(
  database: Database,
  key: Uint8Array,
  workspaces?: readonly string[],
): Promise<readonly Verdict[]> {
  return database.transaction(async (inside) => {
    // Sealing and removing go on meanwhile; all that is read must be of one moment.
    await inside.run('set transaction isolation level repeatable read read only');
    const verdicts: Verdict[] = [];
    for (const workspace of workspaces ?? (await everyChain(inside)))
      verdicts.push(await verifyChain(inside, key, workspace));
    return verdicts;
  });
}

async function everyChain(inside: Database): Promise<readonly string[]> {
  const rows = await inside.run(
    `select workspace from guanxi.audit_chain union select distinct coalesce(workspace, '') from guanxi.audit_entry order by 1`,
  );
  return rows.map(([workspace]) => workspace ?? '');
}

async function verifyChain(inside: Database, key: Uint8Array, workspace: string): Promise<Verdict> {
  const chain = (await readChains(inside, key, [workspace])).get(workspace);
  if (chain === undefined) throw new Error(`There is no chain of ${workspace}.`);
  const { anchor, head } = chain;
  const [row] = await inside.run(
    `select count(*) from guanxi.audit_entry where position is null and coalesce(workspace, '') = $1`,
    [workspace],
  );
  const { reached, broken } = await follow(inside, key, workspace, anchor);
  const ends = chain.genuine ? undefined : ({ why: 'ends', position: anchor.position } as const);
  const short =
    reached.position < head.position
      ? ({ why: 'missing', position: reached.position + 1 } as const)
      : undefined;
  const long = reached.hash === head.hash ? undefined : ({ why: 'ends', position: head.position } as const);
  const first = broken ?? ends ?? short ?? long;
  return {
    ...{ workspace, entries: reached.position - anchor.position, anchor: anchor.position, head },
    unsealed: Number(row?.[0]),
    ...(first && { broken: first }),
  };
}

const pageStatement = `
select position, hash, ${entryColumns} from guanxi.audit_entry
where coalesce(workspace, '') = $1 and position > $2 order by position limit ${batchSize}`;

/** How far the chain holds from this place on, and what stops it before its last entry. */
async function follow(
  inside: Database,
  key: Uint8Array,
  workspace: string,
  from: Link,
): Promise<{ readonly reached: Link; readonly broken?: Break }> {
  let reached = from;
  for (;;) {
    const page = await inside.run(pageStatement, [workspace, reached.position]);
    for (const [position, hash, ...entry] of page) {
      if (Number(position) !== reached.position + 1)
        return { reached, broken: { why: 'missing', position: reached.position + 1 } };
      const link = linkAfter(key, reached, entry);
      if (link.hash !== hash)
        return { reached, broken: { why: 'altered', position: link.position, entry: named(entry) } };
      reached = link;
    }
    if (page.length < batchSize) return { reached };
  }
}

function named([id, at, , , , kind]: Row) {
  return { id: id ?? '', at: at ?? '', kind: kind ?? '' };
}
