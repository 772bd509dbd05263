import type { Database } from '../database/database.ts';
import { entryColumns, type Link, linkAfter } from './chain.ts';
import { lockChains, readChains, writeChain } from './chain-table.ts';

const batchSize = 5000;

const pageStatement = `
select position, ${entryColumns} from guanxi.audit_entry
where coalesce(workspace, '') = $1 and position > $2 order by position limit ${batchSize}`;

const writeStatement = `
update guanxi.audit_entry e set hash = s.hash
from json_to_recordset($2::json) as s(id bigint, hash text) where e.id = s.id and coalesce(e.workspace, '') = $1`;

/** Seals every chain anew under another key, in the transaction of the caller, who has verified them under the old one. */
export async function rechain(change: Database, from: Uint8Array, to: Uint8Array): Promise<void> {
  await lockChains(change);
  await change.run(`select set_config('guanxi.rechaining', 'on', true)`);
  const names = await change.run('select workspace from guanxi.audit_chain order by workspace');
  for (const [workspace] of names) {
    const chain = (await readChains(change, from, [workspace ?? ''])).get(workspace ?? '');
    if (chain !== undefined)
      await writeChain(change, to, {
        ...chain,
        head: await follow(change, to, chain.workspace, chain.anchor),
      });
  }
  await change.run(`select set_config('guanxi.rechaining', 'off', true)`);
}

async function follow(change: Database, key: Uint8Array, workspace: string, anchor: Link): Promise<Link> {
  let head = anchor;
  for (;;) {
    const page = await change.run(pageStatement, [workspace, head.position]);
    const hashes = page.map(([, ...entry]) => {
      head = linkAfter(key, head, entry);
      return { id: entry[0], hash: head.hash };
    });
    await change.run(writeStatement, [workspace, JSON.stringify(hashes)]);
    if (page.length < batchSize) return head;
  }
}
