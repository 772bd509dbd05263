import type { Database } from '../database/database.ts';

/** Something that somebody must be able to answer for. */
export interface AuditEntry {
  /** Absent for what belongs to no workspace. */
  readonly workspace?: string | undefined;
  /** Id of the person who did it; absent for the system and for strangers. */
  readonly actor?: string | null | undefined;
  /** Id of the person in whose name the actor did it, where that is somebody else. */
  readonly actingFor?: string | undefined;
  /** What happened, such as `signIn.failed`: a noun and what became of it. */
  readonly kind: string;
  /** Whom or what it happened to, such as `person/0199…`. */
  readonly subject?: string | undefined;
  /** What else is worth knowing, never a secret. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  /** Network address from which it was asked. */
  readonly ip?: string | undefined;
}

const statement = `
insert into guanxi.audit_entry (workspace, actor, acting_for, kind, subject, facts, ip)
values ($1, $2, $3, $4, $5, $6, $7)`;

/** Writes to the audit. Given the transaction of a change, the two stand or fall together. */
export async function recordAuditEntry(database: Pick<Database, 'run'>, entry: AuditEntry): Promise<void> {
  const { workspace, actor, actingFor, kind, subject, facts = {}, ip } = entry;
  await database.run(statement, [
    workspace ?? null,
    actor ?? null,
    actingFor ?? null,
    kind,
    subject ?? null,
    JSON.stringify(facts),
    ip ?? null,
  ]);
}
