import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { asSystem } from '#engine/access/actor.ts';
import { copyData } from '#engine/anonymise/copy-data.ts';
import { recordAuditEntry } from '#engine/audit/record-audit-entry.ts';
import { type Database, databaseOnClient } from '#engine/database/database.ts';
import { uuidv7 } from '#engine/database/uuid.ts';
import type { Identity } from '#engine/identity/identity.ts';
import type { Steward, Workspace } from '#engine/identity/workspaces.ts';
import { createRecords } from '#engine/records/create.ts';
import type { OpenedWorkspace } from '#engine/workspaces/opened-workspace.ts';
import type { WantedCopy } from '#engine/workspaces/wanted-copy.ts';
import type { Registry } from '#kernel/registry.ts';
import { workspaceOf } from './workspace-of.ts';

interface Grounds {
  readonly pool: Pool;
  readonly identity: Identity;
  /** Of the company that is copied, with the fields that are put away. */
  readonly registry: Registry;
  readonly secret: string;
}

/**
 * Makes a copy of a company without its people, for trying things out and for training: all of it or nothing. The same
 * person has the same other name everywhere and in every copy made with the same word; nobody is written to from it.
 */
export async function anonymiseWorkspace(
  { pool, identity, registry, secret }: Grounds,
  source: Workspace,
  { name, company, administratorName, administratorEmail: email, word = '' }: WantedCopy,
  { operator, ip }: Steward = {},
): Promise<OpenedWorkspace> {
  const seed = createHmac('sha256', secret).update(`anonymise ${source.name} ${word}`).digest('hex');
  const client = await pool.connect();
  const work = async (inside: Database): Promise<OpenedWorkspace> => {
    await inside.run('set transaction isolation level repeatable read');
    const settings = { ...source.settings, company: company ?? source.label };
    const made = await identity.workspaces.create({ name, settings }, client);
    await inside.run('update guanxi.workspace set copy_of = $2 where name = $1', [name, source.name]);
    const stored: Workspace = { ...made, copyOf: source.name };
    await copyData(inside, registry, source.schema, stored.schema, seed);
    const userId = uuidv7();
    const { locale, timeZone } = settings;
    const actor = asSystem('set-up of the administrator of a copy');
    const workspace = workspaceOf(stored);
    await createRecords({ registry, workspace, database: inside, actor, now: Date.now() }, registry.people, [
      {
        id: userId,
        values: { name: administratorName, email, locale, timeZone, roles: ['administrator'], active: true },
      },
    ]);
    for (const [workspaceName, subject] of [
      [source.name, name],
      [name, source.name],
    ])
      await recordAuditEntry(inside, {
        ...{ workspace: workspaceName, kind: 'workspace.copied', subject: `workspace/${subject}`, ip },
        facts: { operator },
      });
    return { stored, administrator: { workspace: name, userId, name: administratorName, email } };
  };
  try {
    return await databaseOnClient(client).transaction(work);
  } finally {
    // The connection knows the functions that mask, and with them the seed.
    client.release(true);
  }
}
