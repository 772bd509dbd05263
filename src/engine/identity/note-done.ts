import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Database } from '../database/database.ts';

/** Who does something, and from where, for the audit; the system when absent. */
export interface Doer {
  readonly actor?: string | null | undefined;
  readonly actingFor?: string | undefined;
  readonly ip?: string | undefined;
}

/** Tells the audit what was done about a person's way of signing in, in the transaction of the change. */
export function noteDone(
  change: Database,
  { workspace, userId }: { readonly workspace: string; readonly userId: string },
  kind: string,
  { actor, actingFor, ip }: Doer,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAuditEntry(change, {
    ...{ workspace, actor: actor ?? undefined, actingFor, kind, subject: `person/${userId}`, facts, ip },
  });
}
