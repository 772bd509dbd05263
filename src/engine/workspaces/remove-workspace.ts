import { lockChains, readChains, writeChain } from '../audit/chain-table.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { sealEntries } from '../audit/seal-entries.ts';
import type { Database } from '../database/database.ts';
import type { Steward } from '../identity/workspaces.ts';
import { importPlace } from '../imports/stored-tables.ts';
import { channel, forgetting } from '../run-time/listen.ts';
import { quoted } from '../sql/fragment.ts';
import type { Kept } from './kept.ts';

const beginStatement = `
update guanxi.workspace set removing_since = coalesce(removing_since, now())
where name = $1 and remove_after is not null returning schema, label`;

/**
 * Removes a workspace that was marked for it, for good: its schema, files, sessions, keys, jobs and audit, and the
 * sign-ins of who belonged to no other. Broken off, it is done from the beginning the next time, and there is no way
 * back once it has begun. False for a workspace that nobody marked.
 */
export async function removeWorkspace(
  { database, files, chainKey }: Kept,
  name: string,
  { operator, ip }: Steward = {},
): Promise<boolean> {
  const [begun] = await database.run(beginStatement, [name]);
  if (begun === undefined) return false;
  const [schema, label] = [begun[0] ?? '', begun[1] ?? ''];
  for (const place of [name, importPlace(name)]) await files?.removeAll(place);
  await database.transaction(async (inside) => {
    const held = await inside.run('select 1 from guanxi.workspace where name = $1 for update', [name]);
    // Another server was quicker.
    if (held.length === 0) return;
    await inside.script(`drop schema if exists ${quoted(schema)} cascade`);
    const entries = await removeAudit(inside, chainKey, name);
    const people = await removeSignIns(inside, name);
    await recordAuditEntry(inside, {
      ...{ kind: 'workspace.removed', subject: `workspace/${name}`, ip },
      facts: { operator, label, people, entries },
    });
    await inside.run('select pg_notify($1, $2)', [channel, forgetting(schema)]);
  });
  return true;
}

/** Removes every workspace whose days of grace are over, and what was begun and broken off. */
export async function removeDue(kept: Kept): Promise<void> {
  const due = await kept.database.run(
    'select name from guanxi.workspace where remove_after < now() or removing_since is not null order by name',
  );
  for (const [name] of due) await removeWorkspace(kept, name ?? '');
}

/** Everything that the audit knows of a workspace goes, the anchor of its chain before it: no other way is open. */
async function removeAudit(inside: Database, key: Uint8Array, workspace: string): Promise<number> {
  await lockChains(inside);
  while (await sealEntries(inside, key));
  const chain = (await readChains(inside, key, [workspace])).get(workspace);
  if (chain !== undefined) await writeChain(inside, key, { ...chain, anchor: chain.head });
  const gone = await inside.run('delete from guanxi.audit_entry where workspace = $1 returning 1', [
    workspace,
  ]);
  await inside.run('delete from guanxi.audit_chain where workspace = $1', [workspace]);
  await inside.run('delete from guanxi.audit_retention where workspace = $1', [workspace]);
  return gone.length;
}

const removeStatement = `
with members as (select identity_id from guanxi.membership where workspace = $1),
  gone as (delete from guanxi.workspace where name = $1)
select identity_id from members m where not exists (
  select from guanxi.membership other where other.identity_id = m.identity_id and other.workspace <> $1)`;

async function removeSignIns(inside: Database, workspace: string): Promise<number> {
  const alone = await inside.run(removeStatement, [workspace]);
  await inside.run('delete from guanxi.identity where id = any($1::uuid[])', [alone.map(([id]) => id)]);
  return alone.length;
}
