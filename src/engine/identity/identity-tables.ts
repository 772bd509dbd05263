/**
 * Everything about who may sign in, for all workspaces of an installation. Sessions and one-time tokens are kept by the
 * fingerprints of their secrets.
 */
export const identityTables = `
create table if not exists guanxi.workspace (
  name text primary key,
  label text not null,
  schema text not null unique,
  settings jsonb not null default '{}',
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table guanxi.workspace add column if not exists data_key text;
do $$ begin
  if not exists (select from pg_attribute where attrelid = 'guanxi.workspace'::regclass and attname = 'closed') then
    alter table guanxi.workspace add column limits jsonb not null default '{}', add column copy_of text, add column suspension_reason text, add column remove_after timestamptz,
      add column removing_since timestamptz,
      add column closed boolean not null generated always as (suspended_at is not null or remove_after is not null) stored;
  end if;
end $$;

create table if not exists guanxi.identity (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table if not exists guanxi.credential (
  id uuid primary key,
  identity_id uuid not null references guanxi.identity on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index if not exists credential_identity on guanxi.credential (identity_id);

create table if not exists guanxi.membership (
  identity_id uuid not null references guanxi.identity on delete cascade,
  workspace text not null references guanxi.workspace on delete cascade,
  user_id uuid not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (identity_id, workspace),
  unique (workspace, user_id)
);

alter table guanxi.membership add column if not exists service boolean not null default false;

create table if not exists guanxi.session (
  id uuid primary key,
  token text not null unique,
  identity_id uuid not null references guanxi.identity on delete cascade,
  workspace text not null references guanxi.workspace on delete cascade,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table guanxi.session add column if not exists signed_in_by text not null default 'password';
alter table guanxi.session add column if not exists impersonator uuid;
create index if not exists session_identity on guanxi.session (identity_id);
create index if not exists session_expiry on guanxi.session (expires_at);

drop table if exists guanxi.verification;
create table if not exists guanxi.one_time_token (
  hash text primary key,
  purpose text not null,
  workspace text references guanxi.workspace on delete cascade,
  subject text not null,
  facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index if not exists one_time_token_subject on guanxi.one_time_token (subject, purpose);
create index if not exists one_time_token_end on guanxi.one_time_token (expires_at);

create table if not exists guanxi.second_factor (
  identity_id uuid primary key references guanxi.identity on delete cascade,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  recovery text[] not null default '{}'
);

create table if not exists guanxi.passkey (
  id text primary key,
  identity_id uuid not null references guanxi.identity on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index if not exists passkey_identity on guanxi.passkey (identity_id);

create table if not exists guanxi.sign_in_policy (
  workspace text primary key references guanxi.workspace on delete cascade,
  second_factor_roles text[] not null default '{}'
);

create table if not exists guanxi.sign_in_provider (
  id uuid primary key,
  workspace text not null references guanxi.workspace on delete cascade,
  kind text not null,
  label text not null,
  settings jsonb not null,
  domains text[] not null,
  provision boolean not null,
  roles jsonb not null,
  default_roles text[] not null,
  enabled boolean not null,
  created_at timestamptz not null default now()
);

create table if not exists guanxi.external_id (
  workspace text not null references guanxi.workspace on delete cascade,
  record uuid not null,
  external_id text not null,
  primary key (workspace, record)
);
create index if not exists external_id_name on guanxi.external_id (workspace, external_id);

create table if not exists guanxi.api_key (
  id uuid primary key,
  identity_id uuid not null,
  workspace text not null,
  name text not null,
  hash text not null unique,
  start text not null,
  scopes text[],
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (identity_id, workspace) references guanxi.membership on delete cascade
);
create index if not exists api_key_owner on guanxi.api_key (identity_id, workspace);

create table if not exists guanxi.operator (
  identity_id uuid primary key references guanxi.identity on delete cascade,
  created_at timestamptz not null default now()
);

create table if not exists guanxi.attempt (
  key text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index if not exists attempt_end on guanxi.attempt (ends_at);
`;
