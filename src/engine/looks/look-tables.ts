/** When each person last had each record before him, and since when what others did to it is new to him. */
export function lookTables(s: string): string {
  return `
    create table if not exists ${s}.look (
      person uuid not null, record uuid not null, object text not null, at timestamptz(3) not null, since timestamptz(3),
      primary key (person, record));
    create index if not exists look_person on ${s}.look (person, at desc);
  `;
}
