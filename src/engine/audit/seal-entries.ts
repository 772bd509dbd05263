import type { Database } from '../database/database.ts';
import { entryColumns, type Link, linkAfter } from './chain.ts';
import { readChains, refuseForged, tryLockChains, writeChain } from './chain-table.ts';

const batchSize = 2000;

const readStatement = `
select ${entryColumns} from guanxi.audit_entry where position is null order by id limit ${batchSize}`;

const sealStatement = `
update guanxi.audit_entry e set position = s.position, hash = s.hash
from json_to_recordset($1::json) as s(id bigint, position bigint, hash text) where e.id = s.id`;

/**
 * Gives entries that have none their places in the chains of their workspaces, a batch at a time. True when there may
 * be more. Does nothing while another server does it.
 */
export function sealEntries(database: Database, key: Uint8Array): Promise<boolean> {
  return database.transaction(async (change) => {
    if (!(await tryLockChains(change))) return false;
    const entries = await change.run(readStatement);
    if (entries.length === 0) return false;
    const workspaces = [...new Set(entries.map(([, , workspace]) => workspace ?? ''))];
    const chains = await readChains(change, key, workspaces);
    const heads = new Map<string, Link>();
    for (const chain of chains.values()) {
      refuseForged(chain);
      heads.set(chain.workspace, chain.head);
    }
    const places = entries.map((entry) => {
      const [id, , workspace] = entry;
      const link = linkAfter(key, heads.get(workspace ?? '') as Link, entry);
      heads.set(workspace ?? '', link);
      return { id, ...link };
    });
    await change.run(sealStatement, [JSON.stringify(places)]);
    for (const chain of chains.values())
      await writeChain(change, key, { ...chain, head: heads.get(chain.workspace) ?? chain.head });
    return entries.length === batchSize;
  });
}
