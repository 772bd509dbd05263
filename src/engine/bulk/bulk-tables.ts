/** What was done with many records at once, and what became of each. */
export function bulkTables(s: string): string {
  return `
    create table if not exists ${s}.bulk (
      id uuid primary key, actor uuid not null, impersonator jsonb, object text not null, work jsonb not null, state text not null,
      total integer not null default 0, changed integer not null default 0, unchanged integer not null default 0,
      failed integer not null default 0, undone integer not null default 0, kept integer not null default 0,
      created timestamptz(3) not null, started timestamptz(3), finished timestamptz(3), beat timestamptz(3), problem text);
    create index if not exists bulk_actor on ${s}.bulk (actor, created desc);
    create table if not exists ${s}.bulk_record (
      bulk uuid not null references ${s}.bulk on delete cascade, record uuid not null, status text not null default 'waiting',
      version integer, before jsonb, after jsonb, problems jsonb, primary key (bulk, record));
    create index if not exists bulk_record_status on ${s}.bulk_record (bulk, status, record);
    create index if not exists bulk_record_record on ${s}.bulk_record (record);
  `;
}
