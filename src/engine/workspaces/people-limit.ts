import type { Database } from '../database/database.ts';
import { limitReached } from './limit-reached.ts';

/** Held until the transaction ends, so that two who enter people at once count each other's too. */
const statement = `
select limits ->> 'people', (select count(*) from guanxi.membership m
  where m.workspace = w.name and m.disabled_at is null and not m.service)
from guanxi.workspace w where name = $1 for update`;

/** Refuses, within the transaction that lets somebody in, when more can sign in now than the company may have. */
export async function refuseBeyondLimit(change: Database, workspace: string): Promise<void> {
  const [row] = await change.run(statement, [workspace]);
  const most = Number(row?.[0] ?? Number.POSITIVE_INFINITY);
  if (Number(row?.[1] ?? 0) > most) throw limitReached('people', most);
}
