import type { Pool } from 'pg';
import { asSystem } from '#engine/access/actor.ts';
import { recordAuditEntry } from '#engine/audit/record-audit-entry.ts';
import { type Database, databaseOnClient } from '#engine/database/database.ts';
import { uuidv7 } from '#engine/database/uuid.ts';
import type { Identity } from '#engine/identity/identity.ts';
import type { Steward } from '#engine/identity/workspaces.ts';
import { createRecords } from '#engine/records/create.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import type { EnteredCompany } from '#engine/workspaces/entered-company.ts';
import type { OpenedWorkspace } from '#engine/workspaces/opened-workspace.ts';
import type { Registry } from '#kernel/registry.ts';
import { workspaceOf } from './workspace-of.ts';

interface Grounds {
  readonly pool: Pool;
  readonly identity: Identity;
  readonly registry: Registry;
}

/** A company that begins, and its first administrator. Without a password he has to be invited. */
export interface NewCompany extends EnteredCompany {
  readonly password?: string;
}

/** Makes a workspace with its schema and its first administrator: all of it or, whatever happens, nothing. */
export async function openWorkspace(
  { pool, identity, registry }: Grounds,
  input: NewCompany,
  { operator, ip }: Steward = {},
): Promise<OpenedWorkspace> {
  const { name, company, locale, currency, timeZone, password } = input;
  const { administratorName: person, administratorEmail: email } = input;
  const client = await pool.connect();
  let broken = true;
  const work = async (database: Database): Promise<OpenedWorkspace> => {
    const settings = { company, currency, locale, timeZone };
    const stored = await identity.workspaces.create({ name, settings }, client);
    const workspace = workspaceOf(stored);
    await migrateWorkspace(database, registry, workspace, new Date());
    const actor = asSystem('set-up of the first administrator');
    const userId = uuidv7();
    await createRecords({ registry, workspace, database, actor, now: Date.now() }, registry.people, [
      {
        id: userId,
        values: { name: person, email, locale, timeZone, roles: ['administrator'], active: true },
      },
    ]);
    await recordAuditEntry(database, {
      ...{ workspace: name, kind: 'workspace.created', facts: { operator, company }, ip },
    });
    if (password !== undefined)
      await identity.people.createSignIn(
        { workspace: name, userId, email, name: person, password },
        {},
        database,
      );
    return { stored, administrator: { workspace: name, userId, name: person, email } };
  };
  try {
    const opened = await databaseOnClient(client).transaction(work);
    broken = false;
    return opened;
  } finally {
    // Broken off, the connection may still hold locks.
    client.release(broken);
  }
}
