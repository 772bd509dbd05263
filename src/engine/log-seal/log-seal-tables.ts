/**
 * Where the log of a workspace is sealed: blocks of marks of its entries, each block with a hash of its own marks and
 * the block before it, and the place of the last one. What has been sealed of the log is where the reader `seal` stands.
 */
export function logSealTables(s: string): string {
  return `
    create table if not exists ${s}.log_block (
      position bigint primary key, amends boolean not null, sequences bigint[] not null, marks bytea not null,
      first_at timestamptz(3) not null, last_at timestamptz(3) not null, sealed_at timestamptz(3) not null, hash text not null);
    create index if not exists log_block_amended on ${s}.log_block using gin (sequences) where amends;
    create or replace trigger log_block_append_only before update or delete on ${s}.log_block for each row execute function ${s}.refuse_rewriting();
    create table if not exists ${s}.log_head (
      sole boolean primary key default true check (sole), position bigint not null default 0, hash text not null default '', seal text not null default '');
    insert into ${s}.log_head default values on conflict do nothing;
    insert into ${s}.consumer values ('seal', '0', 0) on conflict (name) do nothing;
  `;
}
