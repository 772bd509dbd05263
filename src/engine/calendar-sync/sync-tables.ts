/**
 * The calendar elsewhere with which each person's is kept the same, the password sealed; and what is known of each of its
 * entries: the tag under which it was last seen, the record it goes with, and what that said then.
 */
export function syncTables(s: string): string {
  return `
    create table if not exists ${s}.calendar_account (
      person uuid primary key, server text not null, user_name text not null, password text not null,
      calendar text not null, label text not null, since text, running timestamptz(3), tried timestamptz(3),
      synchronised timestamptz(3), reason text, said text);
    create table if not exists ${s}.calendar_pair (
      person uuid not null, address text not null, tag text not null, record uuid, form text,
      left_alone boolean not null default false, primary key (person, address));
  `;
}
