/**
 * What people must be able to answer for, of all workspaces of an installation: append-only, in the order of `id`.
 * `workspace` is null for what belongs to none, such as a sign-in of somebody unknown.
 */
export const auditTables = `
create table if not exists guanxi.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  workspace text,
  actor uuid,
  acting_for uuid,
  kind text not null,
  subject text,
  facts jsonb not null default '{}',
  ip text
);
create index if not exists audit_entry_workspace on guanxi.audit_entry (workspace, id desc);
create index if not exists audit_entry_subject on guanxi.audit_entry (workspace, subject, id desc);
`;
