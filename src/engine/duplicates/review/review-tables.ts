/**
 * What the look over all records of an object found, and what people said of it. A pair has its smaller id first. The
 * verdict that two records are not the same lies apart, so that it outlives every look.
 */
export function reviewTables(s: string): string {
  return `
    create table if not exists ${s}.duplicate_look (
      object text primary key, state text not null, asker uuid, done real not null default 0, records integer not null default 0,
      pairs integer not null default 0, seen timestamptz(3), started timestamptz(3), finished timestamptz(3), beat timestamptz(3), problem text);
    create table if not exists ${s}.duplicate_pair (
      object text not null, one uuid not null, other uuid not null, score numeric(3, 2) not null, fields jsonb not null,
      primary key (object, one, other));
    create index if not exists duplicate_pair_score on ${s}.duplicate_pair (object, score desc);
    create index if not exists duplicate_pair_other on ${s}.duplicate_pair (object, other);
    create table if not exists ${s}.duplicate_verdict (
      object text not null, one uuid not null, other uuid not null, actor uuid, at timestamptz(3) not null default now(),
      primary key (object, one, other));
  `;
}
