import { quoted } from '../sql/fragment.ts';

/** What is known of each file that was ever taken in and is still kept, and what is written in it. */
export function fileTable(schema: string): string {
  const table = `${quoted(schema)}.stored_file`;
  const texts = `${quoted(schema)}.file_text`;
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
    create table if not exists ${texts} (
      file uuid primary key references ${table} on delete cascade,
      state text not null default 'waiting',
      text text not null default '',
      words tsvector);
    create index if not exists file_text_waiting on ${texts} (file) where state = 'waiting';
    create index if not exists file_text_words on ${texts} using gin (words);
    insert into ${texts} (file) select id from ${table} on conflict do nothing;
  `;
}
