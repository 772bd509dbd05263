/** How the installation itself is run: what was done for it, with its end, and what its administrators have set. */
export const operationTables = `
create table if not exists guanxi.operation_run (
  id uuid primary key,
  kind text not null,
  state text not null default 'running',
  started timestamptz(3) not null default clock_timestamp(),
  ended timestamptz(3),
  facts jsonb not null default '{}',
  reason text
);
create index if not exists operation_run_kind on guanxi.operation_run (kind, started desc);
create table if not exists guanxi.integration_outcome (
  name text primary key, succeeded timestamptz(3), failed timestamptz(3), reason text);
create table if not exists guanxi.client_seen (
  workspace text not null, person uuid not null, build text not null, at timestamptz(3) not null default now(),
  primary key (workspace, person, build));
create table if not exists guanxi.operation_setting (name text primary key, value jsonb not null);
`;
