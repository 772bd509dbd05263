import type { Database } from '../database/database.ts';

/** The automation whose step wrote something, and how many set each other off before it. */
export interface Wrote {
  readonly automation: string;
  readonly depth: number;
}

/**
 * Which transactions up to this one were steps of automations; those before it are forgotten, since whoever reads the
 * log has read them whole.
 */
export async function writtenUntil(
  database: Database,
  s: string,
  transaction: string,
): Promise<ReadonlyMap<string, Wrote>> {
  const rows = await database.run(
    `with read as (delete from ${s}.automation_wrote where transaction < $1::xid8 returning *)
     select transaction, automation, depth from read
     union all select transaction, automation, depth from ${s}.automation_wrote where transaction = $1::xid8`,
    [transaction],
  );
  return new Map(
    rows.map(([id, automation, depth]) => [id ?? '', { automation: automation ?? '', depth: Number(depth) }]),
  );
}
