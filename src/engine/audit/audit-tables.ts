/**
 * What people must be able to answer for, of all workspaces of an installation: append-only, in the order of `id`.
 * `workspace` is null for what belongs to none, such as a sign-in of somebody unknown. Some moments after an entry was
 * written it gets a place in its workspace's chain: `position` and `hash`. `audit_chain` holds where each chain ends,
 * and behind which anchor entries have been removed.
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
do $$ begin
  if not exists (select from pg_attribute where attrelid = 'guanxi.audit_entry'::regclass and attname = 'hash') then
    alter table guanxi.audit_entry add column position bigint, add column hash text;
  end if;
end $$;
create index if not exists audit_entry_workspace on guanxi.audit_entry (workspace, id desc);
create index if not exists audit_entry_subject on guanxi.audit_entry (workspace, subject, id desc);
create index if not exists audit_entry_kind on guanxi.audit_entry (workspace, kind, id desc);
create unique index if not exists audit_entry_position on guanxi.audit_entry (coalesce(workspace, ''), position) where position is not null;
create index if not exists audit_entry_unsealed on guanxi.audit_entry (id) where position is null;
create table if not exists guanxi.audit_chain (
  workspace text primary key,
  anchor_position bigint not null default 0,
  anchor_hash text not null default '',
  head_position bigint not null default 0,
  head_hash text not null default '',
  seal text
);
create table if not exists guanxi.audit_retention (workspace text primary key, months integer not null);
create or replace function guanxi.guard_audit() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' and (old.position is null or (old.position = new.position and current_setting('guanxi.rechaining', true) = 'on'))
    and to_jsonb(new) - 'position' - 'hash' = to_jsonb(old) - 'position' - 'hash' then return new; end if;
  if tg_op = 'DELETE' and old.position <= (
    select anchor_position from guanxi.audit_chain where workspace = coalesce(old.workspace, '')) then return old; end if;
  raise exception 'the audit is append-only';
end $$;
create or replace trigger audit_append_only before update or delete on guanxi.audit_entry
  for each row execute function guanxi.guard_audit();
`;
