/**
 * What is set to protect a workspace's records, in the one row of `safeguards`, and what each person has taken: records
 * exported by day, and by hour and object those that were opened and the rows of lists that were shown, with the
 * address from which it was asked last.
 */
export function safeguardTables(s: string): string {
  return `
    create table if not exists ${s}.safeguards (single boolean primary key default true check (single), rules jsonb not null);
    create table if not exists ${s}.export_count (person uuid, day date, records bigint not null, primary key (person, day));
    create table if not exists ${s}.view_count (
      person uuid, object text, hour timestamptz(0), opened integer not null, listed integer not null, address text not null,
      primary key (person, hour, object));
    create index if not exists view_count_hour on ${s}.view_count (hour);
  `;
}
