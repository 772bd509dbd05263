import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import type { AuditQuery } from './audit-query.ts';

/** An entry of the audit as it is shown. */
export interface ShownEntry {
  readonly id: string;
  readonly at: string;
  /** Null for the system and for strangers. */
  readonly actor: { readonly id: string; readonly name: string | null } | null;
  readonly actingFor: { readonly id: string; readonly name: string | null } | null;
  readonly kind: string;
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly ip: string | null;
  /** Its place in the chain; null for some moments after it was written. */
  readonly position: number | null;
  readonly hash: string | null;
}

export interface AuditPage {
  readonly entries: readonly ShownEntry[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/** What happened in the workspace that people must be able to answer for, the latest first. */
export async function listAudit(context: Context, query: AuditQuery): Promise<AuditPage> {
  const { person, kind, subject, from, until, cursor, limit } = query;
  const values = [context.workspace.name, person, kind, subject, from, until, cursor];
  const rows = await context.database.run(statementFor(context), [
    ...values.map((value) => value ?? null),
    limit + 1,
  ]);
  const entries = rows.slice(0, limit).map(([entry]) => JSON.parse(entry ?? '{}') as ShownEntry);
  const last = entries.at(-1);
  return { entries, ...(rows.length > limit && last && { next: last.id }) };
}

/** Every kind that the audit of the workspace has. */
export async function auditKinds({ database, workspace }: Context): Promise<readonly string[]> {
  const rows = await database.run(kindsStatement, [workspace.name]);
  return rows.map(([kind]) => kind ?? '');
}

function statementFor({ registry, workspace }: Context): string {
  const people = `${quoted(workspace.schema)}.${quoted(registry.people)}`;
  const named = (id: string) =>
    `case when ${id} is not null then json_build_object('id', ${id}, 'name', (select name from ${people} where id = ${id})) end`;
  return `select json_build_object('id', e.id::text, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'actor', ${named('e.actor')}, 'actingFor', ${named('e.acting_for')}, 'kind', e.kind, 'subject', e.subject,
      'facts', e.facts, 'ip', e.ip, 'position', e.position, 'hash', e.hash)
    from guanxi.audit_entry e
    where e.workspace = $1 and ($2::uuid is null or e.actor = $2 or e.acting_for = $2) and ($3::text is null or e.kind = $3)
      and ($4::text is null or e.subject = $4 or starts_with(e.subject, $4 || '/'))
      and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6)
      and ($7::bigint is null or e.id < $7)
    order by e.id desc limit $8`;
}

/** From one kind to the next by the index, however many entries there are. */
const kindsStatement = `
with recursive kinds(kind) as (
  (select kind from guanxi.audit_entry where workspace = $1 order by workspace, kind limit 1)
  union all
  select (select e.kind from guanxi.audit_entry e where e.workspace = $1 and e.kind > kinds.kind
    order by e.workspace, e.kind limit 1) from kinds where kinds.kind is not null)
select kind from kinds where kind is not null`;
