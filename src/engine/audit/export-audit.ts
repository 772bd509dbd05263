import { Readable } from 'node:stream';
import { problemText } from '../http/texts.ts';
import { writeCsv } from '../import-export/writing/csv.ts';
import type { Context } from '../records/context.ts';
import type { AuditQuery } from './audit-query.ts';
import { listAudit, type ShownEntry } from './list-audit.ts';

const pageSize = 1000;

const columns: Readonly<Record<string, (entry: ShownEntry) => string | null>> = {
  auditAt: ({ at }) => at,
  auditActor: ({ actor }) => actor && (actor.name ?? actor.id),
  auditActingFor: ({ actingFor }) => actingFor && (actingFor.name ?? actingFor.id),
  auditKind: ({ kind }) => kind,
  auditSubject: ({ subject }) => subject,
  auditFacts: ({ facts }) => JSON.stringify(facts),
  auditIp: ({ ip }) => ip,
  auditPosition: ({ position }) => (position === null ? null : String(position)),
  auditHash: ({ hash }) => hash,
};

/** What was asked for as CSV, read a page at a time. */
export function exportAudit(context: Context, query: AuditQuery): Readable {
  return Readable.from(writeCsv(rows(context, query)));
}

async function* rows(context: Context, query: AuditQuery): AsyncGenerator<readonly (string | null)[]> {
  yield Object.keys(columns).map((name) => problemText(context.actor.locale, name, {}));
  let cursor: string | undefined;
  do {
    const page = await listAudit(context, { ...query, cursor, limit: pageSize });
    for (const entry of page.entries) yield Object.values(columns).map((write) => write(entry));
    cursor = page.next;
  } while (cursor !== undefined);
}
