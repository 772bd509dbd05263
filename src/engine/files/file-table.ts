import { quoted } from '../sql/fragment.ts';

/** What is known of each file that was ever taken in and is still kept. */
export function fileTable(schema: string): string {
  const table = `${quoted(schema)}.stored_file`;
  return `
    create table if not exists ${table} (
      id uuid primary key,
      hash text not null,
      name text not null,
      size bigint not null,
      media_type text not null,
      uploaded_by uuid,
      uploaded_at timestamptz not null default now(),
      unheld_since timestamptz);
    create index if not exists stored_file_hash on ${table} (hash);
  `;
}
