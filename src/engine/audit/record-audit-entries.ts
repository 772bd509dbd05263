import type { Database } from '../database/database.ts';
import type { AuditEntry } from './record-audit-entry.ts';

/** Those of a workspace that is gone meanwhile are gone too. */
const statement = `
insert into guanxi.audit_entry (workspace, actor, acting_for, kind, subject, facts, ip)
select e.workspace, e.actor, e."actingFor", e.kind, e.subject, coalesce(e.facts, '{}'), e.ip
from json_to_recordset($1::json) as e (workspace text, actor uuid, "actingFor" uuid, kind text, subject text, facts jsonb, ip text)
where e.workspace is null or exists (select from guanxi.workspace w where w.name = e.workspace)`;

/** Writes several entries to the audit in one statement. */
export async function recordAuditEntries(
  database: Pick<Database, 'run'>,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length > 0) await database.run(statement, [JSON.stringify(entries)]);
}
