/**
 * What a person's address book held when one of his devices was told of it, so that the device is told next time what
 * has changed since; and the day on which the audit last heard of a device, known by its key; and
 * what devices call the cards that were made on them.
 */
export function bookTables(s: string): string {
  return `
    create table if not exists ${s}.card_state (
      person uuid not null, token text not null, tags jsonb not null, at timestamptz(3) not null,
      primary key (person, token));
    create table if not exists ${s}.card_name (record uuid primary key, name text not null unique);
    create table if not exists ${s}.card_device (key uuid primary key, day date not null);
  `;
}
