/** The private address of each person's calendar, known by the fingerprint of its secret alone. */
export function feedTable(s: string): string {
  return `
    create table if not exists ${s}.calendar_feed (
      person uuid primary key, secret text not null unique, at timestamptz(3) not null);
  `;
}
