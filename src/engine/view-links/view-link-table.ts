/**
 * Views that are shown by link: whose link it is, what of the view is shown and until when, the version of the view that its
 * maker agreed to show, how often it was opened, why nobody could open it last, and how many records were counted on a day.
 */
export function viewLinkTable(s: string): string {
  return `
    create table if not exists ${s}.view_link (
      id uuid primary key, view uuid not null, person uuid not null, columns jsonb not null, personal jsonb not null,
      password text, last_day date, download boolean not null, agreed integer not null, made timestamptz(3) not null,
      opened integer not null default 0, opened_at timestamptz(3), shut text, day date, counted integer not null default 0);
    create index if not exists view_link_view on ${s}.view_link (view);
  `;
}
